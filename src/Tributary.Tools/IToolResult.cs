namespace Tributary.Tools;

/// <summary>What a tool returns: a record that stands on the wire as structured content, and the same as compact text.</summary>
internal interface IToolResult
{
    string ToText();

    /// <summary>The same with what only earlier names of the tool carry.</summary>
    IToolResult ForAlias() => this;
}

using ModelContextProtocol.Protocol;

namespace Tributary.Tools;

/// <summary>What a tool returns: a record that stands on the wire as structured content, and the same as compact text.</summary>
internal interface IToolResult
{
    string ToText();

    /// <summary>What stands behind the text: a picture or a file, which structured content leaves out.</summary>
    IEnumerable<ContentBlock> Attached => [];

    /// <summary>The same with what only earlier names of the tool carry.</summary>
    IToolResult ForAlias() => this;
}

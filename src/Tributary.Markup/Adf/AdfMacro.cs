using System.Text;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>Confluence's macros are extensions of one type; <c>parameters.macroParams</c> holds what storage format has as <c>ac:parameter</c>.</summary>
internal static class AdfMacro
{
    public const string ExtensionType = "com.atlassian.confluence.macro.core";

    /// <summary>The parameter that holds a plain-text body.</summary>
    public const string PlainBodyParameter = "__bodyContent";

    public static bool IsMacro(AdfObject node) => node.Attribute("extensionType") == ExtensionType;

    public static AdfObject? Parameters(AdfObject node) => (node.Attributes?["parameters"] as AdfObject)?["macroParams"] as AdfObject;

    /// <summary>Null where the parameter is no text.</summary>
    public static AdfScalar? Value(AdfValue parameter) => (parameter as AdfObject)?["value"] as AdfScalar;

    /// <summary>Null where the macro has no plain-text body.</summary>
    public static AdfScalar? PlainBodyOf(AdfObject node) => Parameters(node)?[PlainBodyParameter] is { } body && Value(body) is { String: not null } text ? text : null;

    /// <summary>A body that is one fence alone is plain text, but for the macros that hold blocks.</summary>
    public static string? PlainBody(Directive directive) => directive.Body is [CodeBlock { Language: "", Attributes: [] } code] && !HasRichBody(directive.Name) ? code.Code : null;

    /// <summary>The directive's name, label and attributes.</summary>
    public static (string Name, string Label, IReadOnlyList<DirectiveAttribute> Attributes) Shown(AdfObject node)
    {
        string key = node.Attribute("extensionKey") ?? "";
        string labelled = Notation.LabelParameter(key);
        string label = "";
        var attributes = new List<DirectiveAttribute>();
        bool isNamed = Notation.CanNameMacro(key);
        if (!isNamed) attributes.Add(new DirectiveAttribute("name", key));
        foreach (AdfMember parameter in Parameters(node)?.Members ?? [])
        {
            if (Value(parameter.Value) is not { Value: { } value } || parameter.Name == PlainBodyParameter) continue;
            if (parameter.Name == labelled && Notation.CanBeLabel(value)) label = value;
            else if (IsAttribute(parameter.Name) && !(!isNamed && parameter.Name == "name")) attributes.Add(new DirectiveAttribute(parameter.Name.Length == 0 ? "_" : parameter.Name, value));
        }

        return (isNamed ? key : Notation.AnyMacro, label, attributes);
    }

    /// <summary>The macro's name and its parameters, from a directive.</summary>
    public static (string Key, IReadOnlyList<DirectiveAttribute> Parameters) Said(string name, string label, IReadOnlyList<DirectiveAttribute> attributes)
    {
        string key = name == Notation.AnyMacro ? attributes.FirstOrDefault(attribute => attribute.Name == "name").Value ?? "" : name;
        var parameters = new List<DirectiveAttribute>();
        if (label.Length > 0) parameters.Add(new DirectiveAttribute(Notation.LabelParameter(key), label));
        foreach (DirectiveAttribute attribute in attributes)
        {
            if (name == Notation.AnyMacro && attribute.Name == "name") continue;
            string parameter = attribute.Name == "_" ? "" : attribute.Name;
            if (!parameters.Exists(known => known.Name == parameter)) parameters.Add(new DirectiveAttribute(parameter, attribute.Value));
        }

        return (key, parameters);
    }

    public static string Attributes(string key, IReadOnlyList<DirectiveAttribute> parameters, string? plainBody)
    {
        var json = new StringBuilder();
        foreach (DirectiveAttribute parameter in plainBody is null ? parameters : [.. parameters, new DirectiveAttribute(PlainBodyParameter, plainBody)])
        {
            json.Append(json.Length > 0 ? "," : "").Append(AdfJson.Quote(parameter.Name)).Append(":{\"value\":").Append(AdfJson.Quote(parameter.Value)).Append('}');
        }

        return new AdfAttributes()
            .Add("extensionType", ExtensionType)
            .Add("extensionKey", key)
            .AddJson("parameters", $"{{\"macroParams\":{{{json}}},\"macroMetadata\":{{\"schemaVersion\":{{\"value\":\"1\"}}}}}}")
            .ToString();
    }

    private static bool HasRichBody(string macro) => macro is "excerpt" or "details" or "section" or "column" or "toc-zone" or "multiexcerpt";

    // Names that the notation's braces cannot hold stay with their origin.
    private static bool IsAttribute(string name) => name.Length == 0 || (name != "_" && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':'));
}

using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary><c>:u[</c> as long as its end is not found.</summary>
internal sealed class MarkDelimiter(InlineParser parser, string name) : DelimiterInline(parser)
{
    public string Name { get; } = name;

    public override string ToLiteral() => $":{Name}[";
}

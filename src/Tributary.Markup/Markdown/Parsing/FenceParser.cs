using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Tributary.Markup.Markdown.Parsing;

internal sealed class FenceParser : FencedCodeBlockParser
{
    public FenceParser() => InfoParser = KeepInfo;

    /// <summary>The whole line behind the fence: its braces have escapes of their own.</summary>
    private static bool KeepInfo(BlockProcessor processor, ref StringSlice line, IFencedBlock fence, char character)
    {
        if (character == '`' && line.AsSpan().Contains('`')) return false;
        fence.Arguments = line.AsSpan().Trim().ToString();
        return true;
    }
}

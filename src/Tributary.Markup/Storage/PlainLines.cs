using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Storage;

/// <summary>What blocks say, a line each, for what holds plain text alone.</summary>
internal static class PlainLines
{
    public static string Of(IReadOnlyList<Block> blocks) => string.Join('\n', Placeholders.Blocks(blocks).Select(Line).OfType<string>());

    private static string? Line(Block block) => block switch
    {
        TextBlock line => LineText.Words(line.Inlines),
        CodeBlock code => code.Code,
        _ => null,
    };
}

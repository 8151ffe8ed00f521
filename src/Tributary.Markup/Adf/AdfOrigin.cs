using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <param name="Node">The node whose shell an altered block keeps; null for loose text that stands as a paragraph. A task's item ranges over its node and the lists below it.</param>
internal sealed record AdfOrigin(int Start, int End, AdfObject? Node) : Origin(Start, End)
{
    public static AdfOrigin Of(AdfObject node) => new(node.Start, node.End, node);
}

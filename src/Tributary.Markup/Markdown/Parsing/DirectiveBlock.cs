using Markdig.Parsers;
using Markdig.Syntax;

namespace Tributary.Markup.Markdown.Parsing;

/// <summary><c>::name[Label]{...}</c>, or <c>:::name[Label]{...}</c> and what stands up to its closing colons.</summary>
internal sealed class DirectiveBlock(BlockParser parser, DirectiveHead head, int colons, int indent) : ContainerBlock(parser)
{
    public DirectiveHead Head { get; } = head;

    public int Colons { get; } = colons;

    public int Indent { get; } = indent;

    public bool HasBody => Colons > 2;
}

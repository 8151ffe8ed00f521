using Tributary.Markup.Reading;

namespace Tributary.Markup.Adf.Syntax;

/// <summary>A document as a tree over its own JSON text, or what is wrong with the text: one of the two is null.</summary>
internal sealed class AdfTree
{
    private AdfTree(string source, AdfObject? root, AdfError? error)
    {
        Source = source;
        Root = root;
        Error = error;
    }

    public string Source { get; }

    /// <summary>The node of type <c>doc</c>.</summary>
    public AdfObject? Root { get; }

    public AdfError? Error { get; }

    /// <summary>Never throws, whatever the text.</summary>
    public static AdfTree Read(string source)
    {
        if (source.Length > Limits.Length) return new AdfTree(source, null, new AdfError(1, 1, $"It is longer than {Limits.Length} characters."));
        var scanner = new AdfScanner(source);
        AdfValue? value = scanner.Read();
        if (value is null) return new AdfTree(source, null, ErrorAt(source, scanner.FaultAt, scanner.Fault!));
        return value is AdfObject { Type: "doc" } root
            ? new AdfTree(source, root, null)
            : new AdfTree(source, null, ErrorAt(source, value.Start, "The root must be a node of type 'doc'."));
    }

    private static AdfError ErrorAt(string source, int place, string message)
    {
        ReadOnlySpan<char> before = source.AsSpan(0, place);
        return new AdfError(before.Count('\n') + 1, place - before.LastIndexOf('\n'), message);
    }
}

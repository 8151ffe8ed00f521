using Tributary.Markup.Model;

namespace Tributary.Markup.Edits;

/// <summary>What an operation is about: blocks in a row, or one node within a line.</summary>
/// <param name="Run">Of a section its heading and all below it; of a node within a line the line.</param>
internal sealed record Target(IReadOnlyList<Block> Run, Place Place, Section? Section);

/// <summary>Finds what heading paths and handles name, or says what they could have meant.</summary>
internal sealed class Locator(PageMap map)
{
    private const int MostCandidates = 20;

    public PageMap Map => map;

    public IReadOnlyList<Section> Sections { get; } = Headings.Of(map);

    /// <summary>The section or node that the operation names.</summary>
    public Target? Find(EditOperation operation, int number, out EditProblem? problem)
    {
        if (operation is { Section: not null, Node: not null })
            return Fail(EditProblemCode.Invalid, number, "`section` and `node` exclude each other.", [], out problem);
        if (operation.Section is { } section) return FindSection(section, number, out problem);
        if (operation.Node is { } node) return FindNode(node, number, out problem);
        return Fail(EditProblemCode.Invalid, number, "It is not said where: `section` or `node` is missing.", [], out problem);
    }

    /// <summary>A handle or a heading path, whichever it is.</summary>
    public Target? FindAny(string name, int number, out EditProblem? problem) =>
        map.Find(name) is { Block: not Heading } ? FindNode(name, number, out problem) : FindSection(name, number, out problem);

    public Target? FindNode(string handle, int number, out EditProblem? problem)
    {
        problem = null;
        if (map.Find(handle) is { } place) return new Target([place.Block], place, null);
        string[] last = map.LastLike(handle) is { } nearest ? [nearest] : [];
        return Fail(EditProblemCode.NotFound, number, $"There is no node {handle}.{(last.Length > 0 ? $" The last of its kind is {last[0]}." : "")}", last, out problem);
    }

    private Target? FindSection(string path, int number, out EditProblem? problem)
    {
        problem = null;
        IReadOnlyList<Section> found = Headings.Find(Sections, path);
        if (found is [var section]) return new Target([.. section.Blocks], section.Place, section);
        return found.Count == 0
            ? Fail(EditProblemCode.NotFound, number, $"There is no section \"{path}\".", [.. Sections.Take(MostCandidates).Select(Shown)], out problem)
            : Fail(EditProblemCode.Ambiguous, number, $"There are {found.Count} sections \"{path}\".", [.. found.Take(MostCandidates).Select(Shown)], out problem);
    }

    private static string Shown(Section section) => $"{section.Path} ({section.Place.Handle})";

    private static Target? Fail(EditProblemCode code, int number, string message, IReadOnlyList<string> candidates, out EditProblem? problem)
    {
        problem = new EditProblem(code, number, message, candidates);
        return null;
    }
}

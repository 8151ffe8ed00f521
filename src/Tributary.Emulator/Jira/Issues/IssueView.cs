using System.Text.Json.Nodes;
using Tributary.Emulator.Jira.Fields;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Issues;

/// <summary>What of an issue a request wants to see.</summary>
/// <param name="Fields">Ids of fields, <c>*all</c>, <c>*navigable</c>; with <c>-</c> in front, without it.</param>
/// <param name="Expand"><c>names</c>, <c>schema</c>, <c>renderedFields</c>, <c>transitions</c>, <c>editmeta</c>, <c>changelog</c>, <c>operations</c>.</param>
/// <param name="Properties">Keys of issue properties, <c>*all</c>.</param>
internal sealed record IssueView(IReadOnlyList<string> Fields, IReadOnlyList<string> Expand, IReadOnlyList<string> Properties)
{
    /// <param name="otherwise">The fields of whoever asks for none.</param>
    public static IssueView OfQuery(JiraCall call, string otherwise = "*all") =>
        new(Or(call.Many("fields"), otherwise), call.Many("expand"), call.Many("properties"));

    public static IssueView OfBody(JsonObject body, string otherwise) =>
        new(Or(Given.Texts(body, "fields"), otherwise), Given.Texts(body, "expand"), Given.Texts(body, "properties"));

    public bool Expands(string what) => Expand.Contains(what);

    /// <summary>The fields chosen, in the catalogue's order.</summary>
    public IEnumerable<Field> Chosen(bool isCloud)
    {
        bool onlyWithout = Fields.All(field => field.StartsWith('-'));
        HashSet<string> chosen = [];
        foreach (string field in onlyWithout ? Fields.Prepend("*all") : Fields)
        {
            if (field == "*all") chosen.UnionWith(FieldCatalogue.Of(isCloud).Select(known => known.Id));
            else if (field == "*navigable") chosen.UnionWith(FieldCatalogue.Of(isCloud).Where(FieldCatalogue.IsNavigable).Select(known => known.Id));
            else if (field.StartsWith('-')) chosen.Remove(field[1..]);
            else chosen.Add(field);
        }

        return FieldCatalogue.Of(isCloud).Where(field => chosen.Contains(field.Id));
    }

    private static IReadOnlyList<string> Or(IReadOnlyList<string> given, string otherwise) => given.Count == 0 ? [otherwise] : given;
}

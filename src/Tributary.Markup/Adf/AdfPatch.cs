using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Merging;
using Tributary.Markup.Model;

namespace Tributary.Markup.Adf;

/// <summary>A member of an object and the JSON that it shall have; null removes it.</summary>
internal readonly record struct AdfChange(string Name, string? Json)
{
    public static AdfChange Of(string name, string? text) => new(name, text is null ? null : AdfJson.Quote(text));
}

/// <summary>Changes members of nodes and leaves all others, and their order, as they are.</summary>
internal static class AdfPatch
{
    /// <summary>Once for an object.</summary>
    public static void SetMembers(SourcePatches patches, AdfObject target, params IEnumerable<AdfChange> changes)
    {
        HashSet<string> gone = [];
        List<string> added = [];
        foreach (AdfChange change in changes)
        {
            if (target[change.Name] is not { } value)
            {
                if (change.Json is not null) added.Add($"{AdfJson.Quote(change.Name)}:{change.Json}");
            }
            else if (change.Json is null)
            {
                gone.Add(change.Name);
            }
            else if (patches.Source.AsSpan(value.Start, value.End - value.Start) is var old && !old.SequenceEqual(change.Json))
            {
                patches.Replace(value.Start, value.End, change.Json);
            }
        }

        if (gone.Count == 0 && added.Count == 0) return;
        List<AdfUnit> units = [.. target.Members.Select(member => new AdfUnit(member.Start, member.Value.End, !gone.Contains(member.Name)))];
        AdfItems.Patch(patches, units, [.. Enumerable.Repeat<IReadOnlyList<string>>([], units.Count), added], target.Start + 1);
    }

    /// <summary>Once for a node.</summary>
    public static void SetAttributes(SourcePatches patches, AdfObject node, params IReadOnlyList<AdfChange> changes)
    {
        if (changes.Count == 0) return;
        if (node.Attributes is { } attributes)
        {
            SetMembers(patches, attributes, changes);
            return;
        }

        IEnumerable<string> members = changes.Where(change => change.Json is not null).Select(change => $"{AdfJson.Quote(change.Name)}:{change.Json}");
        SetMembers(patches, node, new AdfChange("attrs", $"{{{string.Join(',', members)}}}"));
    }

    public static void SetMacro(SourcePatches patches, AdfObject node, (string Key, IReadOnlyList<DirectiveAttribute> Parameters) was, (string Key, IReadOnlyList<DirectiveAttribute> Parameters) now)
    {
        if (was.Key != now.Key) SetAttributes(patches, node, AdfChange.Of("extensionKey", now.Key));
        SetParameters(patches, node, was.Parameters, now.Parameters);
    }

    /// <summary>Changes, adds and removes parameters of a macro.</summary>
    public static void SetParameters(SourcePatches patches, AdfObject node, IReadOnlyList<DirectiveAttribute> was, IReadOnlyList<DirectiveAttribute> now)
    {
        AdfObject? parameters = AdfMacro.Parameters(node);
        var changes = new List<AdfChange>();
        foreach (DirectiveAttribute parameter in now.Where(parameter => !was.Contains(parameter)))
        {
            if (parameters?[parameter.Name] is { } old && AdfMacro.Value(old) is { } value) patches.Replace(value.Start, value.End, AdfJson.Quote(parameter.Value));
            else changes.Add(new AdfChange(parameter.Name, $"{{\"value\":{AdfJson.Quote(parameter.Value)}}}"));
        }

        changes.AddRange(was.Where(old => !now.Any(parameter => parameter.Name == old.Name)).Select(old => new AdfChange(old.Name, null)));
        if (changes.Count == 0) return;
        if (parameters is not null)
        {
            SetMembers(patches, parameters, changes);
            return;
        }

        string json = $"{{{string.Join(',', changes.Where(change => change.Json is not null).Select(change => $"{AdfJson.Quote(change.Name)}:{change.Json}"))}}}";
        if (node.Attributes?["parameters"] is AdfObject other) SetMembers(patches, other, new AdfChange("macroParams", json));
        else SetAttributes(patches, node, new AdfChange("parameters", $"{{\"macroParams\":{json}}}"));
    }
}

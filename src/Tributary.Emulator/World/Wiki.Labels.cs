using System.Buffers;

namespace Tributary.Emulator.World;

internal sealed partial class Wiki
{
    private const int LongestLabel = 255;

    private static readonly SearchValues<char> NotInLabels = SearchValues.Create(" !#&()*,.:;<>?@[]^");

    public Label? FindLabel(long id) => state.Labels.Find(label => label.Id == id);

    public void AddLabel(User by, Content content, string prefix, string name)
    {
        RequireEdit(by, content);
        AddTo(content.Labels, prefix, name);
    }

    public void AddLabel(User by, Space space, string prefix, string name)
    {
        RequireAdminister(by, space);
        AddTo(space.Labels, prefix, name);
    }

    /// <summary>Under whatever prefix.</summary>
    public void RemoveLabel(User by, Content content, string name)
    {
        RequireEdit(by, content);
        content.Labels.RemoveAll(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Changed();
    }

    public void RemoveLabel(User by, Space space, string name)
    {
        RequireAdminister(by, space);
        space.Labels.RemoveAll(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Changed();
    }

    /// <summary>The label as Confluence keeps it; refuses what Confluence refuses.</summary>
    public Label LabelNamed(string prefix, string name)
    {
        string kept = name.Trim().ToLowerInvariant();
        if (kept.Length == 0) throw ConfluenceException.BadRequest("Label name cannot be empty");
        if (kept.Length > LongestLabel) throw ConfluenceException.BadRequest($"Label is too long: at most {LongestLabel} characters");
        if (kept.AsSpan().ContainsAny(NotInLabels)) throw ConfluenceException.BadRequest($"Label contains invalid characters: {name}");
        if (prefix is not ("global" or "my" or "team" or "system")) throw ConfluenceException.BadRequest($"Label prefix is not valid: {prefix}");
        if (state.Labels.Find(label => label.Prefix == prefix && label.Name == kept) is { } known) return known;
        var added = new Label(NextSmallId(), prefix, kept);
        state.Labels.Add(added);
        Changed();
        return added;
    }

    private void AddTo(List<Label> labels, string prefix, string name)
    {
        Label label = LabelNamed(prefix, name);
        if (!labels.Contains(label)) labels.Add(label);
        Changed();
    }
}

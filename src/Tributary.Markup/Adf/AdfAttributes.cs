namespace Tributary.Markup.Adf;

/// <summary>The members of an <c>attrs</c> object.</summary>
internal sealed class AdfAttributes
{
    private readonly List<KeyValuePair<string, string>> members = [];

    /// <summary>By name, as JSON.</summary>
    public IReadOnlyDictionary<string, string> Values => new Dictionary<string, string>(members);

    /// <summary>Nothing where there is no value.</summary>
    public AdfAttributes Add(string name, string? value) => value is null ? this : AddJson(name, AdfJson.Quote(value));

    public AdfAttributes Add(string name, double value) => AddJson(name, AdfJson.Number(value));

    public AdfAttributes AddJson(string name, string value)
    {
        members.Add(new(name, value));
        return this;
    }

    public override string ToString() => string.Join(',', members.Select(member => $"\"{member.Key}\":{member.Value}"));
}

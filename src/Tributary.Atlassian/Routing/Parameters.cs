using System.Collections;
using System.Globalization;
using System.Text;

namespace Tributary.Atlassian.Routing;

/// <summary>A query string; what is null is left out.</summary>
internal sealed class Parameters : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> parts = [];

    public void Add(string name, string? value)
    {
        if (value is not null) parts.Add(new(name, value));
    }

    public void Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((string name, string value) in parts)
            text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return text.ToString();
    }
}

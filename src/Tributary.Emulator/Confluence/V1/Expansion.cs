using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence.V1;

/// <summary>The <c>expand</c> parameter: names, and below them names with dots.</summary>
internal sealed class Expansion
{
    private readonly string[] paths;

    private Expansion(IEnumerable<string> paths) => this.paths = [.. paths];

    public static Expansion None { get; } = new([]);

    /// <param name="otherwise">What is expanded where the caller names nothing.</param>
    public static Expansion Of(Call call, params IEnumerable<string> otherwise)
    {
        IReadOnlyList<string> asked = call.Many("expand");
        return new(asked.Count > 0 ? asked : otherwise);
    }

    /// <summary>What is expanded below a name.</summary>
    public Expansion this[string name] => new(paths.Where(path => path.StartsWith(name + '.', StringComparison.Ordinal)).Select(path => path[(name.Length + 1)..]));

    public bool Has(string name) => paths.Any(path => path == name || path.StartsWith(name + '.', StringComparison.Ordinal));
}

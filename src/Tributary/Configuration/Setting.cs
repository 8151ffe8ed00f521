namespace Tributary.Configuration;

/// <summary>One setting: the same entry parses it, shows it at the start and documents it.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Meaning">One or two sentences for <c>docs/configuration.md</c>.</param>
/// <param name="Default">As text; null where there is none.</param>
internal sealed record Setting(string Name, string Meaning, string? Default = null)
{
    /// <summary>What may stand there, for people.</summary>
    public string Values { get; init; } = "text";

    /// <summary>Masked wherever anything is printed.</summary>
    public bool Secret { get; init; }

    /// <summary>Other names under which people already have it set.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The command-line flag that sets it, if any.</summary>
    public string? Flag { get; init; }

    /// <summary>What the flag takes, in its help.</summary>
    public string? FlagValue { get; init; }

    public bool IsBoolean { get; init; }

    public bool IsNumber { get; init; }

    public int Minimum { get; init; }

    public int Maximum { get; init; }

    /// <summary>A figure that protects the server; all of them are logged at the start.</summary>
    public bool Limit { get; init; }

    /// <summary>Part of one site, and so allowed under <c>sites</c> in <c>tributary.json</c>.</summary>
    public bool OfSite { get; init; }

    public static Setting Boolean(string name, string meaning, bool initially = false) => new(name, meaning, initially ? "true" : "false") { Values = "true or false", IsBoolean = true };

    public static Setting Number(string name, string meaning, int initially, int minimum, int maximum) =>
        new(name, meaning, $"{initially}") { Values = $"{minimum} to {maximum}", IsNumber = true, Minimum = minimum, Maximum = maximum };
}

namespace Tributary.Tests.Emulator.Facts;

/// <summary>An endpoint as Atlassian documents it, and requests that show what the emulator makes of it.</summary>
/// <param name="Line">Where it stands in its file.</param>
/// <param name="Statuses">Those that are documented; null where nothing is known of the endpoint.</param>
/// <param name="Body">What is documented of a good answer's members; null where nothing is.</param>
/// <param name="Differing">Statuses that the emulator answers although they are not documented, each with the reason.</param>
/// <param name="Missing">Statuses that are documented and that it never answers, each with the reason.</param>
/// <param name="Beside">Members that its answers have although they are not documented.</param>
internal sealed record ApiFact(
    int Line,
    string Method,
    string Template,
    IReadOnlySet<int>? Statuses,
    BodyShape? Body,
    IReadOnlyList<ApiSample> Samples,
    IReadOnlyDictionary<int, string> Differing,
    IReadOnlyDictionary<int, string> Missing,
    IReadOnlySet<string> Beside);

/// <param name="Body">JSON, or <c>FILE(name, words)</c> for a form with a file; empty for none.</param>
/// <param name="Says">What the answer must hold, beside the status.</param>
/// <param name="Keeps">Where in the answer a value is that later requests of the section need, and the name they have for it.</param>
internal sealed record ApiSample(int Line, string User, string Method, string Path, string Body, int Status, string Says, (string Path, string Name)? Keeps);

/// <summary>Endpoints that are shown one after another on one new site.</summary>
/// <param name="Missing">Statuses that are documented and that none of them answers, each with the reason.</param>
internal sealed record ApiSection(string Name, IReadOnlyList<ApiFact> Facts, IReadOnlyDictionary<int, string> Missing);

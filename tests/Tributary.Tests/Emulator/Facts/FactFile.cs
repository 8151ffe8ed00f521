using System.Globalization;
using System.Text.RegularExpressions;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Emulator.Facts;

/// <summary>
/// A file of facts about one API. A line <c>== name</c> begins a section, which has a site of its own; a line at the margin is an endpoint with what is documented of it,
/// <c>METHOD /path -> statuses: members</c> (<c>?</c> for what is not known); below it stand requests with what they are answered, and what differs:
/// <code>
/// GET /issue/{key} -> 200 401 404: id,key,fields
///   GET /issue/ENG-1 -> 200, id as ISSUE
///   charlie PUT /issue/ENG-1 {"fields": {}} -> 403 You do not have permission
///   differs 409 why it answers a status that is not documented
///   without 413 why it never answers one that is
///   beside self,expand why its answers have members that are not documented
/// </code>
/// Before the first section <c>differs</c>, <c>without</c> and <c>beside</c> hold for the whole file, and <c>&lt;Name&gt; = members</c> names members that many endpoints share; below the name of a section <c>without</c> holds for it.
/// </summary>
internal sealed partial class FactFile
{
    private readonly Dictionary<string, string> shared = [];
    private readonly Dictionary<int, string> differing = [];
    private readonly Dictionary<int, string> missing = [];
    private readonly HashSet<string> beside = [];
    private readonly List<ApiSection> sections = [];

    private FactFile()
    {
    }

    public IReadOnlyList<ApiSection> Sections => sections;

    public IEnumerable<ApiFact> Facts => sections.SelectMany(section => section.Facts);

    /// <summary>Statuses that endpoints answer although they are not documented.</summary>
    public IReadOnlyDictionary<int, string> Differing => differing;

    /// <summary>Statuses that are documented and that no endpoint answers.</summary>
    public IReadOnlyDictionary<int, string> Missing => missing;

    /// <summary>Members that answers have although they are not documented.</summary>
    public IReadOnlySet<string> Beside => beside;

    public static FactFile Read(string name)
    {
        var file = new FactFile();
        file.Read(File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Tributary.Tests", "Emulator", "Facts", name)));
        return file;
    }

    private void Read(string[] lines)
    {
        List<ApiFact> facts = [];
        Dictionary<int, string> absent = missing;
        for (int line = 0; line < lines.Length; line++)
        {
            string text = lines[line];
            if (text.Length == 0 || text[0] == '#') continue;
            if (text.StartsWith("== ", StringComparison.Ordinal))
            {
                facts = [];
                absent = [];
                sections.Add(new ApiSection(text[3..], facts, absent));
            }
            else if (Shared().Match(text) is { Success: true } macro)
            {
                shared[macro.Groups["name"].Value] = macro.Groups["members"].Value;
            }
            else if (Member().Match(text) is { Success: true } members)
            {
                beside.UnionWith(members.Groups["names"].Value.Split(','));
            }
            else if (Exception().Match(text) is { Success: true } exception)
            {
                (exception.Groups["kind"].Value == "differs" ? differing : absent)[Number(exception.Groups["status"])] = exception.Groups["why"].Value;
            }
            else
            {
                facts.Add(Fact(lines, ref line));
            }
        }
    }

    private ApiFact Fact(string[] lines, ref int line)
    {
        int first = line;
        Match head = Match(Head(), lines[line], line);
        Dictionary<int, string> differing = [], absent = [];
        HashSet<string> more = [];
        List<ApiSample> samples = [];
        while (line + 1 < lines.Length && lines[line + 1].StartsWith("  ", StringComparison.Ordinal))
        {
            string text = lines[++line].Trim();
            if (Exception().Match(text) is { Success: true } exception)
            {
                (exception.Groups["kind"].Value == "differs" ? differing : absent)[Number(exception.Groups["status"])] = exception.Groups["why"].Value;
                continue;
            }

            if (Member().Match(text) is { Success: true } members)
            {
                more.UnionWith(members.Groups["names"].Value.Split(','));
                continue;
            }

            Match sample = Match(Sample(), text, line);
            samples.Add(new ApiSample(
                line + 1,
                sample.Groups["user"] is { Success: true } user ? user.Value : "alice",
                sample.Groups["method"].Value,
                sample.Groups["path"].Value,
                sample.Groups["body"].Value,
                Number(sample.Groups["status"]),
                sample.Groups["says"].Value,
                sample.Groups["name"].Success ? (sample.Groups["kept"].Value, sample.Groups["name"].Value) : null));
        }

        string statuses = head.Groups["statuses"].Value;
        return new ApiFact(
            first + 1,
            head.Groups["method"].Value,
            head.Groups["path"].Value,
            statuses == "?" ? null : statuses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(status => int.Parse(status, CultureInfo.InvariantCulture)).ToHashSet(),
            head.Groups["members"].Success ? BodyShape.Parse(Spell(head.Groups["members"].Value)) : null,
            samples,
            differing,
            absent,
            more);
    }

    private string Spell(string members) => Name().Replace(members, match => Spell(shared[match.Value]));

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static Match Match(Regex form, string text, int line) => form.Match(text) is { Success: true } match ? match : throw new InvalidDataException($"line {line + 1}: {text}");

    [GeneratedRegex(@"^(?<name><\w+>) = (?<members>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shared();

    [GeneratedRegex(@"^(?<kind>differs|without) (?<status>\d{3}) (?<why>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Exception();

    [GeneratedRegex(@"^beside (?<names>\S+) .+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Member();

    [GeneratedRegex(@"^(?<method>[A-Z]+) (?<path>/\S*) -> (?<statuses>\?|\d[\d ]*)(: (?<members>.+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(@"^((?<user>[a-z-]+) )?(?<method>[A-Z]+) (?<path>/\S*)( (?<body>.+?))? -> (?<status>\d{3})( (?<says>.+?))?(, (?<kept>\S+) as (?<name>[A-Z_]+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex(@"<\w+>")]
    private static partial Regex Name();
}

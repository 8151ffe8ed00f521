using System.Text.RegularExpressions;
using Tributary.Tests.Rules;

namespace Tributary.Tests.Docs;

/// <summary>docs/emulator.md, a page of people's hands with parts between comments, <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- end --&gt;</c>, that tests write.</summary>
internal static class EmulatorPage
{
    public const string Path = "docs/emulator.md";

    public static string Text => File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path));

    public static void Matches(string part, string text)
    {
        string page = Text;
        Match found = Regex.Match(page, $"(?<=<!-- {Regex.Escape(part)} -->\n).*?(?=<!-- end -->)", RegexOptions.Singleline);
        Assert.True(found.Success, $"{Path} has no part '{part}'.");
        GeneratedFile.Matches(Path, string.Concat(page.AsSpan(0, found.Index), text, page.AsSpan(found.Index + found.Length)));
    }
}

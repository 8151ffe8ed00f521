using System.CommandLine;
using Tributary.Console;
using Tributary.Converting;
using Tributary.Markup;

namespace Tributary.Commands;

/// <summary><c>tributary convert</c>: one format of bodies into another, from standard input to standard output.</summary>
internal sealed class ConvertCommand : Command
{
    private readonly Option<string> from = new("--from") { Description = "The format of what comes in: storage, markdown, adf or wiki.", HelpName = "FORMAT", Required = true };
    private readonly Option<string> to = new("--to") { Description = "The format of what goes out.", HelpName = "FORMAT", Required = true };

    private readonly Option<string> source = new("--base")
    {
        Description = "The body that the input was made from, in the format that goes out: what the input says alike keeps its bytes.",
        HelpName = "FILE",
    };

    private readonly Option<bool> anchors = new("--heading-anchors") { Description = "Gives headings of a new page in storage format the anchors that links such as [x](#a-heading) lead to." };
    private readonly Option<string> layout = new("--table-layout") { Description = "How wide the tables of a new page in storage format are: default, wide or full-width.", HelpName = "LAYOUT" };
    private readonly Option<bool> strict = new("--strict") { Description = "Prints nothing and exits with 1 where something would be lost." };
    private readonly Surroundings surroundings;

    private static readonly Dictionary<string, TableLayout> Layouts = new() { ["default"] = TableLayout.Default, ["wide"] = TableLayout.Wide, ["full-width"] = TableLayout.FullWidth };

    public ConvertCommand(Surroundings surroundings)
        : base("convert", "Converts a body from one format into another: Confluence storage format, Markdown, ADF, Jira wiki markup.")
    {
        this.surroundings = surroundings;
        foreach (Option<string> format in (Option<string>[])[from, to])
            format.AcceptOnlyFromAmong([.. TextFormat.All.Select(known => known.Name)]);
        layout.AcceptOnlyFromAmong([.. Layouts.Keys]);
        foreach (Option option in (Option[])[from, to, source, anchors, layout, strict])
            Options.Add(option);
        SetAction(async (parse, stop) => (int)await RunAsync(parse, stop));
    }

    private async Task<ExitCode> RunAsync(ParseResult parse, CancellationToken stop)
    {
        TextFormat given = TextFormat.Named(parse.GetRequiredValue(from));
        TextFormat wanted = TextFormat.Named(parse.GetRequiredValue(to));
        string? path = parse.GetValue(source);
        if (given == wanted)
            throw new UsageException($"--from and --to are both {given.Name}: there is nothing to convert.");
        if (path is not null && wanted == TextFormat.Markdown)
            throw new UsageException("--base goes with --to storage, adf or wiki: Markdown is written anew.");
        var extras = new StorageOptions { HeadingAnchors = parse.GetValue(anchors), TableLayout = parse.GetValue(layout) is { } name ? Layouts[name] : null };
        if (extras != new StorageOptions() && (wanted.Name != "storage" || path is not null))
            throw new UsageException("--heading-anchors and --table-layout go with --to storage and without --base: they are for new pages.");

        Utf8Text input = await Utf8Text.ReadAsync(surroundings.OpenInput(), "The input", stop);
        Utf8Text? before = path is null ? null : await ReadFileAsync(path, stop);
        if ((given.FaultOf(input.Text) ?? (before is null ? null : wanted.FaultOf(before.Text))) is { } fault)
        {
            surroundings.Output.Say(fault);
            return ExitCode.Failure;
        }

        Conversion shown = given.ToMarkdown(input.Text);
        Conversion result = extras != new StorageOptions() ? StorageFormat.FromMarkdown(shown.Text, extras) : before is null ? wanted.FromMarkdown(shown.Text) : wanted.Change(shown.Text, before.Text);
        IReadOnlyList<Loss> losses = [.. shown.Losses, .. result.Losses];
        foreach (Loss loss in losses)
            surroundings.Output.Say($"Lost: {loss}");
        if (losses.Count > 0 && parse.GetValue(strict))
            return ExitCode.Failure;

        surroundings.Output.WriteText(before is { HasMark: true } ? "\uFEFF" + result.Text : result.Text);
        return ExitCode.Success;
    }

    private async Task<Utf8Text> ReadFileAsync(string path, CancellationToken stop)
    {
        await using FileStream file = File.OpenRead(Path.GetFullPath(path, surroundings.Folder));
        return await Utf8Text.ReadAsync(file, path, stop);
    }
}

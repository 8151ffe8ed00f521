namespace Tributary.Tests.Cli;

public sealed class ConvertCommandTests : IDisposable
{
    private const string Page = "<h1>Ein\u00A0Titel — 題</h1>\r\n<p>One <strong local-id=\"x\">bold</strong> word.</p><ac:structured-macro ac:name=\"toc\" ac:macro-id=\"7\" />";

    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory(Timeout = 10000)]
    [InlineData("storage", "markdown", "<h2>A</h2><p>b <em>c</em></p>", "## A\n\nb *c*\n")]
    [InlineData("markdown", "storage", "## A\n\nb *c*\n", "<h2>A</h2><p>b <em>c</em></p>")]
    [InlineData("wiki", "markdown", "h2. A\n\nb _c_", "## A\n\nb *c*\n")]
    [InlineData("wiki", "storage", "h2. A", "<h2>A</h2>")]
    [InlineData("adf", "markdown", """{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"é 題"}]}]}""", "é 題\n")]
    public async Task A_body_goes_in_and_comes_out_in_the_other_format(string from, string to, string input, string output)
    {
        shell.Input = input;

        Assert.Equal(new Run(ExitCode.Success, output, ""), await shell.RunAsync("convert", "--from", from, "--to", to));
    }

    [Fact(Timeout = 10000)]
    public async Task A_new_page_may_have_anchors_for_its_links_and_wide_tables()
    {
        shell.Input = "## A b!\n\n[up](#a-b)\n\n## A b\n\n| x |\n| --- |\n";

        Run run = await shell.RunAsync("convert", "--from", "markdown", "--to", "storage", "--heading-anchors", "--table-layout", "wide");
        Run refused = await shell.RunAsync("convert", "--from", "markdown", "--to", "adf", "--heading-anchors");

        Assert.Equal(
            "<h2><ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\"><ac:parameter ac:name=\"\">a-b</ac:parameter></ac:structured-macro>A b!</h2>"
                + "<p><ac:link ac:anchor=\"a-b\"><ac:link-body>up</ac:link-body></ac:link></p><h2>A b</h2><table data-layout=\"wide\"><tbody><tr><th><p>x</p></th></tr></tbody></table>",
            run.Data);
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
    }

    [Theory(Timeout = 10000)]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task With_its_base_a_body_that_was_not_changed_is_the_same_byte_for_byte(string mark)
    {
        shell.Input = Page;
        string markdown = (await shell.RunAsync("convert", "--from", "storage", "--to", "markdown")).Data;
        byte[] before = System.Text.Encoding.UTF8.GetBytes(mark + Page);
        await File.WriteAllBytesAsync(Path.Combine(shell.Folder, "page.xml"), before, TestContext.Current.CancellationToken);
        shell.Input = markdown;
        var output = new StringWriter();

        int exitCode = await Tributary.Commands.CommandLine.RunAsync(
            ["convert", "--from", "markdown", "--to", "storage", "--base", "page.xml"], shell.Surroundings(output, TextWriter.Null), TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.Equal(before, System.Text.Encoding.UTF8.GetBytes(output.ToString()));
    }

    [Fact(Timeout = 10000)]
    public async Task With_its_base_only_what_was_changed_is_written()
    {
        shell.Write("page.xml", Page);
        shell.Input = Page;
        string markdown = (await shell.RunAsync("convert", "--from", "storage", "--to", "markdown")).Data;
        shell.Input = markdown.Replace("word", "term", StringComparison.Ordinal);
        var output = new StringWriter();

        await Tributary.Commands.CommandLine.RunAsync(
            ["convert", "--from", "markdown", "--to", "storage", "--base", "page.xml"], shell.Surroundings(output, TextWriter.Null), TestContext.Current.CancellationToken);

        Assert.Equal(Page.Replace("word", "term", StringComparison.Ordinal), output.ToString());
    }

    [Fact(Timeout = 10000)]
    public async Task What_is_lost_is_said_and_with_strict_nothing_is_written()
    {
        shell.Input = "<div>raw</div>";

        Run lenient = await shell.RunAsync("convert", "--from", "markdown", "--to", "storage");
        Run strict = await shell.RunAsync("convert", "--from", "markdown", "--to", "storage", "--strict");

        Assert.Equal(ExitCode.Success, lenient.ExitCode);
        Assert.StartsWith("Lost: ", lenient.Words, StringComparison.Ordinal);
        Assert.Equal(new Run(ExitCode.Failure, "", lenient.Words), strict);
    }

    [Fact(Timeout = 10000)]
    public async Task A_text_that_is_not_of_its_format_is_refused()
    {
        shell.Input = "{}";

        Run run = await shell.RunAsync("convert", "--from", "adf", "--to", "markdown");

        Assert.Equal((ExitCode.Failure, ""), (run.ExitCode, run.Data));
        Assert.NotEmpty(run.Words);
    }

    [Fact(Timeout = 10000)]
    public async Task What_is_no_UTF_8_is_refused()
    {
        await File.WriteAllBytesAsync(Path.Combine(shell.Folder, "page.xml"), [0xFF, 0xFE], TestContext.Current.CancellationToken);

        Assert.Equal(
            new Run(ExitCode.Failure, "", "page.xml is not UTF-8 text.\n"),
            await shell.RunAsync("convert", "--from", "markdown", "--to", "storage", "--base", "page.xml"));
    }

    [Fact(Timeout = 10000)]
    public async Task A_body_beyond_reason_is_refused()
    {
        shell.Input = new string('x', 20_000_001);

        Assert.Equal(new Run(ExitCode.Failure, "", "The input is larger than 20 MB.\n"), await shell.RunAsync("convert", "--from", "markdown", "--to", "storage"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("--from and --to are both storage: there is nothing to convert.\n", "--from", "storage", "--to", "storage")]
    [InlineData("--base goes with --to storage, adf or wiki: Markdown is written anew.\n", "--from", "storage", "--to", "markdown", "--base", "x")]
    public async Task What_cannot_be_meant_is_said(string words, params string[] arguments) =>
        Assert.Equal(new Run(ExitCode.Usage, "", words), await shell.RunAsync(["convert", .. arguments]));
}

using Tributary.Tools;
using Tributary.Tools.Files;

namespace Tributary.Tests.Tools.Files;

public sealed class AttachmentFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tributary-");
    private readonly string root;

    public AttachmentFileTests()
    {
        root = Path.Combine(folder.FullName, "allowed");
        Directory.CreateDirectory(Path.Combine(root, "sub"));
        File.WriteAllText(Path.Combine(root, "sub", "a.txt"), "inside");
        File.WriteAllText(Path.Combine(folder.FullName, "secret.txt"), "outside");
        Directory.CreateDirectory(root + "-twin");
        File.WriteAllText(root + "-twin/b.txt", "outside");
    }

    [Fact(Timeout = 10000)]
    public async Task A_file_inside_a_root_is_opened_by_absolute_and_by_relative_path()
    {
        Assert.Equal("inside", await ReadAsync(Path.Combine(root, "sub", "a.txt")));
        Assert.Equal("inside", await ReadAsync("sub/a.txt"));
        Assert.Equal("inside", await ReadAsync("sub/../sub/a.txt"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("../secret.txt")]
    [InlineData("sub/../../secret.txt")]
    [InlineData("../allowed-twin/b.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("missing.txt")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_path_that_leads_elsewhere_is_refused(string path)
    {
        ToolException refusal = await Assert.ThrowsAsync<ToolException>(() => ReadAsync(path));

        Assert.Equal("not_allowed", refusal.Code);
        Assert.Equal($"`{path}` is not a file inside the folders whose files may be attached ({root}).", refusal.Message);
        Assert.Equal("Send the file as content_base64 with filename.", refusal.Hint);
    }

    [Theory(Timeout = 10000)]
    [InlineData("link.txt")]
    [InlineData("door/secret.txt")]
    [InlineData("here.txt")]
    public async Task A_link_is_not_followed_wherever_it_leads(string path)
    {
        File.CreateSymbolicLink(Path.Combine(root, "link.txt"), Path.Combine(folder.FullName, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(root, "door"), folder.FullName);
        File.CreateSymbolicLink(Path.Combine(root, "here.txt"), Path.Combine(root, "sub", "a.txt"));

        ToolException refusal = await Assert.ThrowsAsync<ToolException>(() => ReadAsync(path));

        Assert.Equal($"`{path}` leads through a link, and links are not followed.", refusal.Message);
    }

    [Fact(Timeout = 10000)]
    public async Task A_root_may_itself_be_declared_by_way_of_a_link()
    {
        string alias = Path.Combine(folder.FullName, "alias");
        Directory.CreateSymbolicLink(alias, root);

        await using FileStream file = await AttachmentFile.OpenAsync(Path.Combine(alias, "sub/a.txt"), [alias], 100, TestContext.Current.CancellationToken);

        Assert.Equal(6, file.Length);
    }

    [Fact(Timeout = 10000)]
    public async Task A_folder_is_no_file() =>
        Assert.Equal("`sub` cannot be read.", (await Assert.ThrowsAsync<ToolException>(() => ReadAsync("sub"))).Message);

    [Fact(Timeout = 10000)]
    public async Task A_file_above_the_limit_is_refused()
    {
        File.WriteAllText(Path.Combine(root, "big.bin"), new string('x', 101));

        ToolException refusal = await Assert.ThrowsAsync<ToolException>(() => ReadAsync("big.bin"));

        Assert.Equal(("too_large", "The file has 101 bytes; at most 100 can be attached."), (refusal.Code, refusal.Message));
    }

    [Fact(Timeout = 10000)]
    public async Task Without_roots_no_path_is_read()
    {
        ToolException refusal = await Assert.ThrowsAsync<ToolException>(() => AttachmentFile.OpenAsync("a.txt", [], 100, TestContext.Current.CancellationToken));

        Assert.Equal(("not_allowed", "This server reads no files by path."), (refusal.Code, refusal.Message));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> ReadAsync(string path)
    {
        await using FileStream file = await AttachmentFile.OpenAsync(path, [root], 100, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

using Tributary.Tools;
using Tributary.Tools.Files;

namespace Tributary.Tests.Tools.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("diagram.png", "diagram.png")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\bob\report.docx", "report.docx")]
    [InlineData("a\u202egnp.exe", "agnp.exe")]
    [InlineData("  план работ.txt ", "план работ.txt")]
    [InlineData("..hidden", "hidden")]
    [InlineData("a<b>:\"c\"?.txt", "a_b___c__.txt")]
    public void The_last_part_of_a_name_is_kept_without_what_misleads(string given, string expected) => Assert.Equal(expected, FileName.Clean(given));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/")]
    [InlineData("\u200b")]
    public void A_name_of_nothing_is_refused(string given) =>
        Assert.Equal("Give a plain name such as diagram.png.", Assert.Throws<ToolException>(() => FileName.Clean(given)).Hint);

    [Fact]
    public void A_name_too_long_is_refused() =>
        Assert.Equal("`filename` has 300 characters; at most 255 are allowed.", Assert.Throws<ToolException>(() => FileName.Clean(new string('a', 300))).Message);

    [Theory]
    [InlineData("a.PNG", "image/png")]
    [InlineData("a.tar.gz", "application/gzip")]
    [InlineData("a", "application/octet-stream")]
    public void The_type_follows_from_the_name(string name, string type) => Assert.Equal(type, FileName.ContentType(name));
}

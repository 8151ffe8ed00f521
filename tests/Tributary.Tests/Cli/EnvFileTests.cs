using System.Text;
using Tributary.Configuration;

namespace Tributary.Tests.Cli;

public sealed class EnvFileTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("  A = 1  ", "1")]
    [InlineData("export A=1", "1")]
    [InlineData("\uFEFFA=1", "1")]
    [InlineData("A=", "")]
    [InlineData("A=a=b=c", "a=b=c")]
    [InlineData("A=one two", "one two")]
    [InlineData("A=one # comment", "one")]
    [InlineData("A=one#two", "one#two")]
    [InlineData("A=# comment", "")]
    [InlineData("A='one # two'", "one # two")]
    [InlineData("A='one' # comment", "one")]
    [InlineData(@"A='a\nb'", @"a\nb")]
    [InlineData(@"A=""a\nb""", "a\nb")]
    [InlineData(@"A=""say \""hi\"" \\ \$5""", @"say ""hi"" \ $5")]
    [InlineData(@"A=""C:\certs""", @"C:\certs")]
    [InlineData("# first\r\n\r\nA=1\r\n", "1")]
    [InlineData("A=1\nA=2", "2")]
    public void A_line_gives_its_value(string text, string value)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text, new UTF8Encoding(false));

        Assert.Equal(value, EnvFile.Read(path)["A"].Text);
        File.Delete(path);
    }

    [Theory]
    [InlineData("A=1\nsecret-token", ".env line 2 is malformed: expected NAME=value.")]
    [InlineData("A B=secret", ".env line 1 is malformed: expected NAME=value.")]
    [InlineData("=secret", ".env line 1 is malformed: expected NAME=value.")]
    [InlineData("1A=secret", ".env line 1 is malformed: expected NAME=value.")]
    [InlineData("A='secret", ".env line 1 is malformed: the quote ' is not closed.")]
    [InlineData("\r\n\r\nA=\"secret", ".env line 3 is malformed: the quote \" is not closed.")]
    [InlineData("A=\"secret\" more", ".env line 1 is malformed: text follows the closing quote.")]
    public void A_malformed_line_is_named_and_its_text_is_not(string text, string message)
    {
        var exception = Assert.Throws<ConfigurationException>(() => EnvFile.Parse(text, ".env"));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void A_value_says_where_it_stands() =>
        Assert.Equal(".env line 2", EnvFile.Parse("# one\nA=1", ".env")["A"].Origin);

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0x41, 0x3d, 0xff, 0xfe]);

        Assert.EndsWith("is not UTF-8 text: save it as UTF-8.", Assert.Throws<ConfigurationException>(() => EnvFile.Read(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}

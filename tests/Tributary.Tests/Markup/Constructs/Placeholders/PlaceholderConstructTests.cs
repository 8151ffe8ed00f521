namespace Tributary.Tests.Markup.Constructs.Placeholders;

public sealed class PlaceholderConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<p><ac:placeholder>Who &amp; when?</ac:placeholder></p>", "p :placeholder[Who & when?]")]
    [InlineData("<p><ac:placeholder ac:type=\"mention\">Who?</ac:placeholder></p>", "p :placeholder[Who?]{type=\"mention\"}")]
    [InlineData("<p><at:var at:name=\"date\" /></p>", "p :var[date]")]
    public Task What_a_template_asks_for_is_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<at:declarations><at:string at:name=\"date\" /></at:declarations><p>x</p>", "::opaque[at:declarations] opaque\np x")]
    public Task The_declarations_of_a_template_stay_as_they_are(string storage, string model) => Construct.IsRead(storage, model);
}

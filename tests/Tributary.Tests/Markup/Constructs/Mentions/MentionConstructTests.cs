namespace Tributary.Tests.Markup.Constructs.Mentions;

public sealed class MentionConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<p><ac:link><ri:user ri:account-id=\"557058:ab-c\" /></ac:link></p>", "p @557058:ab-c")]
    [InlineData("<p><ac:link><ri:user ri:userkey=\"8a7f\" /></ac:link></p>", "p @key/8a7f")]
    [InlineData("<p><strong><ac:link><ri:user ri:username=\"alice\" /></ac:link></strong></p>", "p <Strong|@name/alice>")]
    public Task A_person_is_named_as_their_site_names_people(string storage, string model) => Construct.IsReadAndWritten(storage, model);
}

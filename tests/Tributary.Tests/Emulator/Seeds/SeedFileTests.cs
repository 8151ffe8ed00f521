using System.Text;
using Tributary.Emulator;
using Tributary.Emulator.Seeds;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Seeds;

public sealed class SeedFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tributary-seed").FullName;

    [Fact(Timeout = 10000)]
    public async Task A_file_of_ones_own_becomes_a_site()
    {
        await WriteAsync("body.xml", "<p>Written by <ac:link><ri:user ri:username=\"bob\" /></ac:link></p>");
        using Wiki wiki = await PlantAsync("""
            {
              // Comments and trailing commas are welcome.
              "spaces": [
                { "key": "TEAM", "name": "Team", "viewers": ["bob"],
                  "pages": [
                    { "title": "Home", "body": "<p>Hello</p>", "at": "-3d 09:15", "labels": ["Start"],
                      "attachments": [ { "name": "a.txt", "text": "hello" }, { "name": "b.bin", "base64": "AAEC", "edits": [ { "at": "-1d", "text": "new" } ] } ],
                      "comments": [ { "by": "bob", "body": "<p>Hi</p>", "replies": [ { "body": "<p>Ho</p>" } ] } ],
                      "children": [ { "id": 7, "alias": "seven", "title": "Seven", "bodyFile": "body.xml", "edits": [ { "at": "2026-10-01", "by": "bob", "message": "m", "bodyBefore": "<p>old</p>", "renamedFrom": "Six" } ] } ] },
                  ] }
              ]
            }
            """);

        Content home = wiki.Find(wiki.FindSpace("TEAM")!.HomepageId!)!;
        Assert.Equal("Home", home.Title);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 9, 15, 0, TimeSpan.Zero), home.CreatedAt);
        Assert.Equal("start", Assert.Single(home.Labels).Name);
        Assert.Equal([1, 2], wiki.AttachmentsOf(home).Select(attachment => attachment.Versions.Count));
        Assert.Equal("text/plain", wiki.AttachmentsOf(home).First().File.MediaType);
        Assert.Equal(2, wiki.CommentsOn(home).Count());
        Content seven = wiki.Find("seven")!;
        Assert.Same(seven, wiki.Find("7"));
        Assert.Equal(["Six", "Seven"], seven.Versions.Select(version => version.Title));
        Assert.Equal("<p>old</p>", seven.Version(1)!.Body);
        Assert.Contains(wiki.FindUser("bob")!.AccountId, seven.Body, StringComparison.Ordinal);
        Assert.False(wiki.CanView(wiki.FindUser("charlie")!, seven));
    }

    [Theory(Timeout = 10000)]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pags": [] } ] }""", "spaces[0].pags: there is no such key here.")]
    [InlineData("""{ "spaces": [ { "key": "A" } ] }""", "spaces[0]: the key 'name' is missing.")]
    [InlineData("""{ "spaces": [ { "key": 5, "name": "A" } ] }""", "spaces[0].key: this must be a text.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "id": 1.5 } ] }""", "spaces[0].id: this must be a whole number.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "home": "yes" } ] } ] }""", "spaces[0].pages[0].home: this must be true or false.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": { } } ] }""", "spaces[0].pages: this must be a list.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "status": "gone" } ] } ] }""", "spaces[0].pages[0].status: 'gone' is none of current, draft, archived, trashed.")]
    [InlineData("""[]""", "this must be an object.")]
    [InlineData("""{ "spaces": [""", "line 1 is no JSON: ")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "by": "zed" } ] }""", "space A, by: there is no 'zed'; the users are alice, bob, charlie, diana")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "body": "<p>" } ] } ] }""", "A 'P', body: Confluence would refuse this body")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "bodyFile": "no.xml" } ] } ] }""", "A 'P', body, bodyFile: there is no file 'no.xml'.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P" }, { "title": "p" } ] } ] }""", "A 'p', title: the space has two of this title.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "id": 7, "title": "P" }, { "id": 7, "title": "Q" } ] } ] }""", "A 'Q', id: 7 is the id of another page.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "at": "yesterday" } ] } ] }""", "A 'P', at: 'yesterday' is no time")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "labels": ["a b"] } ] } ] }""", "A 'P', labels: Label contains invalid characters")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "body": "x", "edits": [ { "at": "-1d", "changes": [ { "from": "a", "to": "y" } ] } ] } ] } ] }""", "A 'P', edits[0].changes[0].to: this must stand once in the body after the edit, and it stands there nowhere: y")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "at": "-1d", "edits": [ { "at": "-2d" } ] } ] } ] }""", "A 'P', edits[0].at: this is before the version before it.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "attachments": [ { "name": "a" } ] } ] } ] }""", "A 'P', attachment 'a': it needs one of file, text and base64.")]
    [InlineData("""{ "spaces": [ { "key": "A", "name": "A", "pages": [ { "title": "P", "inlineComments": [ { "marker": "m", "body": "" } ] } ] } ] }""", "A 'P', inlineComments: the body has no ac:inline-comment-marker with ac:ref=\"m\".")]
    public async Task What_is_wrong_is_told_by_file_and_key(string json, string complaint)
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => PlantAsync(json));

        Assert.StartsWith(Path.Combine(folder, "site.json"), error.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public async Task A_site_that_the_emulator_saved_is_a_seed_as_well()
    {
        using Wiki wiki = SeedCatalog.Plant("mock:3", EmulatedDeployment.Cloud, FixedClock.Default);
        string saved = System.Text.Json.JsonSerializer.Serialize(wiki.Snapshot(), WikiStateJson.Default.WikiState);

        using Wiki again = await PlantAsync(saved);

        Assert.NotNull(again.Find("mock-page-3"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Wiki> PlantAsync(string json)
    {
        await WriteAsync("site.json", json);
        return SeedCatalog.Plant(Path.Combine(folder, "site.json"), EmulatedDeployment.Cloud, FixedClock.Default);
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder, file), text, Encoding.UTF8, TestContext.Current.CancellationToken);
}

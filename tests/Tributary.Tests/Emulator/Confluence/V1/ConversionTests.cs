using System.Text.Json.Nodes;
using Tributary.Emulator;

namespace Tributary.Tests.Emulator.Confluence.V1;

/// <summary>Bodies from one representation to another.</summary>
public sealed class ConversionTests
{
    [Fact(Timeout = 10000)]
    public async Task Data_center_converts_at_once()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply reply = await site.PostAsync("/rest/api/contentbody/convert/view", Body("<p>To <em>convert</em></p>"));

        Assert.Equal((200, "view", "<p>To <em>convert</em></p>"), (reply.Status, (string)reply.Json["representation"]!, (string)reply.Json["value"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task Cloud_gives_an_id_under_which_the_result_waits()
    {
        await using TeamSite site = await TeamSite.StartAsync();

        Reply asked = await site.PostAsync("/rest/api/contentbody/convert/async/export_view", Body("<p>To convert</p>"));
        Reply result = await site.GetAsync($"/rest/api/contentbody/convert/async/{asked.Json["asyncId"]}");
        Reply none = await site.GetAsync("/rest/api/contentbody/convert/async/zz");
        Reply byOther = await site.GetAsync($"/rest/api/contentbody/convert/async/{asked.Json["asyncId"]}", "charlie");

        Assert.Equal(404, byOther.Status);
        Assert.InRange(((string)asked.Json["asyncId"]!).Length, 1, 64);
        Assert.Equal(("COMPLETED", "<p>To convert</p>"), ((string)result.Json["status"]!, (string)result.Json["value"]!));
        Assert.Equal((404, V1Site.NotFound(EmulatedDeployment.Cloud, "No conversion found with id : zz")), (none.Status, none.Text));
    }

    [Fact(Timeout = 10000)]
    public async Task A_result_waits_however_long_the_body()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        string body = $"<p>{new string('x', 100_000)}</p>";

        Reply asked = await site.PostAsync("/rest/api/contentbody/convert/async/view", Body(body));
        Reply result = await site.GetAsync($"/rest/api/contentbody/convert/async/{asked.Json["asyncId"]}");

        Assert.Equal(body, (string)result.Json["value"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task Many_bodies_are_converted_at_once()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        var inputs = new JsonArray(Input("view", "<p>One</p>"), Input("export_view", "<p>Two</p>"));

        Reply asked = await site.PostAsync("/rest/api/contentbody/convert/async/bulk/tasks", new JsonObject { ["conversionInputs"] = inputs });
        string ids = string.Join(',', asked.Json.AsArray().Select(each => (string)each!["asyncId"]!));
        Reply results = await site.GetAsync($"/rest/api/contentbody/convert/async/bulk/tasks?ids={ids}");

        Assert.Equal(["<p>One</p>", "<p>Two</p>"], results.Json.AsArray().Select(each => (string)each!["value"]!));
    }

    [Fact(Timeout = 10000)]
    public async Task A_macro_of_a_page_is_converted_at_once_or_to_be_looked_for()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        const string Panel = "<ac:structured-macro ac:name=\"info\" ac:macro-id=\"m-1\"><ac:rich-text-body><p>Mind the gap</p></ac:rich-text-body></ac:structured-macro>";
        string path = $"/rest/api/content/{site.AddPage("Plan", $"<p>Before</p>{Panel}").Id}/history/1/macro/id/m-1/convert";

        Reply now = await site.GetAsync(path + "/view");
        Reply asked = await site.GetAsync(path + "/async/storage");
        Reply later = await site.GetAsync($"/rest/api/contentbody/convert/async/{asked.Json["asyncId"]}");

        Assert.Contains("Mind the gap", (string)now.Json["value"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("Before", (string)now.Json["value"]!, StringComparison.Ordinal);
        Assert.Equal(Panel, (string)later.Json["value"]!);
    }

    [Fact(Timeout = 10000)]
    public async Task What_cannot_be_read_or_made_is_refused()
    {
        await using TeamSite site = await TeamSite.StartDataCenterAsync();

        Reply broken = await site.PostAsync("/rest/api/contentbody/convert/view", Body("<p>open"));
        Reply unknown = await site.PostAsync("/rest/api/contentbody/convert/song", Body("<p>x</p>"));
        Reply hidden = await site.PostAsync($"/rest/api/contentbody/convert/view?contentIdContext={site.AddPage("Plan").Id}", Body("<p>x</p>"), "diana");

        Assert.Equal(400, broken.Status);
        Assert.Contains("Error parsing xhtml", (string)broken.Json["message"]!, StringComparison.Ordinal);
        Assert.Equal((400, V1Site.BadRequest(EmulatedDeployment.DataCenter, "Unsupported conversion to song")), (unknown.Status, unknown.Text));
        Assert.Equal(404, hidden.Status);
    }

    private static JsonObject Input(string to, string value) => new() { ["to"] = to, ["body"] = Body(value) };

    private static JsonObject Body(string value) => new() { ["value"] = value, ["representation"] = "storage" };
}

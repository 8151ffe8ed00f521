using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Jira;

/// <summary>Jira's own words for each value that a field does not take.</summary>
public sealed class FieldInputTests
{
    [Theory(Timeout = 10000)]
    [InlineData("summary", "5", "Operation value must be a string")]
    [InlineData("summary", "\"a\\nb\"", "The summary is invalid because it contains newline characters.")]
    [InlineData("summary", "\"  \"", "You must specify a summary of the issue.")]
    [InlineData("summary", "null", "You must specify a summary of the issue.")]
    [InlineData("issuetype", "null", "Issue Type is required.")]
    [InlineData("reporter", "null", "Reporter is required.")]
    [InlineData("status", """{"name":"Done"}""", "Field 'status' cannot be set. It is not on the appropriate screen, or unknown.")]
    [InlineData("labels", "\"wet\"", "data was not an array")]
    [InlineData("labels", "[5]", "string expected at index 0")]
    [InlineData("labels", """["a b"]""", "The label 'a b' contains spaces which is invalid.")]
    [InlineData("components", """[{"name":"Wheels"}]""", "Component name 'Wheels' is not valid")]
    [InlineData("components", """[{"id":"1"}]""", "Component id '1' is not valid")]
    [InlineData("fixVersions", """[{"name":"9.0"}]""", "Version name '9.0' is not valid")]
    [InlineData("priority", """{"name":"Whatever"}""", "Priority name 'Whatever' is not valid")]
    [InlineData("priority", """{"id":"99"}""", "Priority id '99' is not valid")]
    [InlineData("resolution", """{"name":"Maybe"}""", "Resolution name 'Maybe' is not valid")]
    [InlineData("duedate", "\"31.1.2030\"", "Error parsing date string: 31.1.2030")]
    [InlineData("assignee", "\"alice\"", "expected Object")]
    [InlineData("timetracking", """{"originalEstimate":"soon"}""", "'originalEstimate': 'soon' is not a valid time duration.")]
    [InlineData(Catalog.StoryPoints, "\"five\"", "Operation value must be a number")]
    [InlineData(Catalog.Environments, """[{"value":"Moon"}]""", "Option value 'Moon' is not valid")]
    [InlineData(Catalog.Environments, """[{"id":"1"}]""", "Option id '1' is not valid")]
    [InlineData(Catalog.Sprint, "\"Sprint 7\"", "Number value expected as the Sprint id.")]
    [InlineData(Catalog.Sprint, "99", "Sprint with ID 99 does not exist, or you do not have permission to view it.")]
    [InlineData("issuetype", """{"name":"Incident"}""", "The issue type selected is invalid.")]
    public async Task A_value_that_a_field_does_not_take_is_refused_on_both_deployments(string field, string value, string message)
    {
        foreach (Api api in Enum.GetValues<Api>())
        {
            await using JiraSite site = await JiraSite.StartAsync(api);
            Issue issue = site.AddIssue();

            Reply reply = await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { [field] = JsonNode.Parse(value) } });

            Assert.Equal((400, message), (reply.Status, reply.Error(field)));
            Assert.Empty(issue.History);
        }
    }

    [Theory(Timeout = 10000)]
    [InlineData(Api.CloudV3, "assignee", """{"accountId":"nobody"}""", "User 'nobody' cannot be assigned issues.")]
    [InlineData(Api.CloudV3, "assignee", """{"accountId":"5b109f2e9729b51b54dc274d"}""", "User 'Charlie' cannot be assigned issues.")]
    [InlineData(Api.CloudV3, "assignee", """{"name":"alice"}""", "Specify a valid value for assignee")]
    [InlineData(Api.CloudV3, "reporter", """{"accountId":"nobody"}""", "The reporter specified is not a user.")]
    [InlineData(Api.DataCenter, "assignee", """{"name":"nobody"}""", "User 'nobody' does not exist.")]
    [InlineData(Api.DataCenter, "assignee", """{"name":"charlie"}""", "User 'charlie' cannot be assigned issues.")]
    [InlineData(Api.DataCenter, "assignee", """{"accountId":"5b109f2e9729b51b54dc274d"}""", "expected 'name' property to be a string")]
    [InlineData(Api.DataCenter, "reporter", """{"name":"nobody"}""", "The reporter specified is not a user.")]
    [InlineData(Api.CloudV3, "priority", "\"High\"", "Specify a valid 'id' or 'name' for Priority")]
    [InlineData(Api.DataCenter, "priority", "\"High\"", "Could not find valid 'id' or 'name' in priority object.")]
    [InlineData(Api.DataCenter, Catalog.EpicLink, "\"ENG-1\"", "Issue 'ENG-1' must be of type 'Epic'.")]
    [InlineData(Api.CloudV3, "description", "\"words\"", "Operation value must be an Atlassian Document (see the Atlassian Document Format)")]
    [InlineData(Api.CloudV2, "description", """{"type":"doc"}""", "Operation value must be a string")]
    [InlineData(Api.DataCenter, "description", "5", "Operation value must be a string")]
    public async Task A_value_is_refused_in_the_words_of_the_deployment(Api api, string field, string value, string message)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        site.AddIssue();

        Reply reply = await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { [field] = JsonNode.Parse(value) } });

        Assert.Equal((400, message), (reply.Status, reply.Error(field)));
    }

    [Fact(Timeout = 10000)]
    public async Task A_document_that_is_none_is_invalid_input()
    {
        await using JiraSite site = await JiraSite.StartAsync();
        site.AddIssue();

        Reply reply = await site.PutAsync("/issue/ENG-1", new JsonObject { ["fields"] = new JsonObject { ["description"] = new JsonObject { ["type"] = "paragraph" } } });

        Assert.Equal((400, "INVALID_INPUT"), (reply.Status, reply.Message()));
    }

    [Theory(Timeout = 10000)]
    [MemberData(nameof(JiraSite.Both), MemberType = typeof(JiraSite))]
    public async Task A_choice_that_is_no_object_or_unknown_is_refused(Api api)
    {
        await using JiraSite site = await JiraSite.StartAsync(api);
        JsonObject fields = JiraSite.Fields(type: "Bug");
        fields[Catalog.Severity] = "Major";
        Reply words = await site.CreateAsync(fields);
        fields[Catalog.Severity] = new JsonObject { ["value"] = "Awful" };
        Reply unknown = await site.CreateAsync((JsonObject)fields.DeepClone());

        Assert.Equal(site.IsCloud ? "Specify a valid 'id' or 'name' for Severity" : "Could not find valid 'id' or 'value' in the Parent Option object.", words.Error(Catalog.Severity));
        Assert.Equal("Option value 'Awful' is not valid", unknown.Error(Catalog.Severity));
    }
}

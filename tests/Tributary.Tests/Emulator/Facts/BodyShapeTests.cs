using System.Text.Json.Nodes;

namespace Tributary.Tests.Emulator.Facts;

public sealed class BodyShapeTests
{
    [Theory]
    [InlineData("id,name", """{"id":1,"name":"x"}""", "")]
    [InlineData("id,name", """{"id":1,"colour":"red"}""", "colour")]
    [InlineData("id,…", """{"id":1,"colour":"red"}""", "")]
    [InlineData("[id]", """[{"id":1},{"id":2,"colour":"red"},{"colour":"blue"}]""", "colour")]
    [InlineData("results:[id,version:[number]],_links", """{"results":[{"id":1,"version":{"number":1,"by":"bob"}}],"_links":{"next":"x"}}""", "results.version.by")]
    [InlineData("values:[],total", """{"values":["a","b"],"total":2,"size":2}""", "size")]
    public void Members_that_are_nowhere_documented_are_told_with_their_place(string shape, string answer, string unknown) =>
        Assert.Equal(unknown, string.Join(' ', BodyShape.Parse(shape).Unknown(JsonNode.Parse(answer))));
}

using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModelContextProtocol.Protocol;
using Tributary.Protocol;

namespace Tributary.Tests.Protocol;

public sealed class JsonRpcGuardTests
{
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;

    [Fact]
    public void A_request_a_notification_an_answer_and_an_error_are_read()
    {
        var request = Assert.IsType<JsonRpcRequest>(Read("""{"jsonrpc":"2.0","id":"a","method":"m","params":{"x":1}}"""));
        var notification = Assert.IsType<JsonRpcNotification>(Read("""{"jsonrpc":"2.0","method":"n"}"""));
        var response = Assert.IsType<JsonRpcResponse>(Read("""{"jsonrpc":"2.0","id":7,"result":{"y":"Я"}}"""));
        var error = Assert.IsType<JsonRpcError>(Read("""{"jsonrpc":"2.0","id":8,"error":{"code":-1,"message":"no","data":{"z":1}}}"""));

        Assert.Equal((new RequestId("a"), "m", 1), (request.Id, request.Method, (int?)request.Params!["x"]));
        Assert.Equal(("n", null), (notification.Method, notification.Params));
        Assert.Equal((new RequestId(7), "Я"), (response.Id, (string?)response.Result!["y"]));
        Assert.Equal((new RequestId(8), -1, "no"), (error.Id, error.Error.Code, error.Error.Message));
    }

    [Fact]
    public void Null_parameters_and_a_byte_order_mark_are_let_pass()
    {
        Assert.Null(Assert.IsType<JsonRpcRequest>(Read("""{"jsonrpc":"2.0","id":1,"method":"m","params":null}""")).Params);
        Assert.IsType<JsonRpcNotification>(Read("\uFEFF{\"jsonrpc\":\"2.0\",\"method\":\"n\"}"));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"m" """, ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"m"} x""", ParseError)]
    [InlineData("", ParseError)]
    [InlineData("[]", InvalidRequest)]
    [InlineData("3", InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":5}""", InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"m"}""", InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1.5,"method":"m"}""", InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"result":[]}""", InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"id":6,"method":"m"}""", InvalidRequest)]
    public void What_names_no_id_without_doubt_is_refused_without_one(string text, int code)
    {
        JsonRpcError refusal = Refused(text);

        Assert.Equal((code, null), (refusal.Error.Code, refusal.Id.Id));
    }

    [Theory]
    [InlineData("""{"id":5,"method":"m"}""")]
    [InlineData("""{"jsonrpc":"1.0","id":5,"method":"m"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":8}""")]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"m","params":[1]}""")]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"m","params":{"a":1,"a":2}}""")]
    [InlineData("""{"jsonrpc":"2.0","params":{"a":1,"\u0061":2},"id":5,"method":"m"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"m","params":{"a":"\ud800"}}""")]
    public void A_request_of_the_wrong_shape_is_refused_by_its_id(string text)
    {
        JsonRpcError refusal = Refused(text);

        Assert.Equal((InvalidRequest, 5L), (refusal.Error.Code, refusal.Id.Id));
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, false)]
    [InlineData(100_000, false)]
    public void Sixty_four_levels_are_read_and_not_one_more(int arrays, bool isRead)
    {
        string text = """{"jsonrpc":"2.0","id":5,"method":"m","params":{"a":""" + new string('[', arrays) + new string(']', arrays) + "}}";

        Assert.Equal(isRead, JsonRpcGuard.TryRead(Encoding.UTF8.GetBytes(text), out _, out JsonRpcError? refusal));
        Assert.Equal(isRead ? null : 5L, refusal?.Id.Id);
    }

    [Fact]
    public void A_thousand_malformed_messages_are_refused_each_with_one_of_two_codes()
    {
        Assert.All(MalformedMessages.Take(1000, seed: 1), bytes =>
        {
            Assert.False(JsonRpcGuard.TryRead(bytes, out _, out JsonRpcError? refusal));
            Assert.Contains(refusal.Error.Code, (int[])[ParseError, InvalidRequest]);
        });
    }

    [Fact]
    public void No_bytes_make_it_throw()
    {
        Prop.ForAll<byte[]>(bytes => JsonRpcGuard.TryRead(bytes, out JsonRpcMessage? message, out JsonRpcError? refusal) ? message is not null : refusal is not null)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_read_can_be_written_on_one_line_and_says_the_same()
    {
        const string Text = """{"jsonrpc":"2.0","id":"Я","method":"m","params":{"a":"line\nbreak \u2028 \u0007 Привет 你好 😀 \"<&'"}}""";
        var output = new System.Buffers.ArrayBufferWriter<byte>();

        JsonRpcWriter.Write(output, Read(Text));

        string written = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Text), JsonNode.Parse(written)));
        Assert.Contains("Привет 你好", written, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', written);
        Assert.DoesNotContain('\u2028', written);
    }

    private static JsonRpcMessage Read(string text)
    {
        Assert.True(JsonRpcGuard.TryRead(Encoding.UTF8.GetBytes(text), out JsonRpcMessage? message, out _));
        return message;
    }

    private static JsonRpcError Refused(string text)
    {
        Assert.False(JsonRpcGuard.TryRead(Encoding.UTF8.GetBytes(text), out _, out JsonRpcError? refusal));
        return refusal;
    }
}

using System.Globalization;
using System.Text;

namespace Tributary.Tests.Protocol;

/// <summary>Messages that are none, of many kinds, each on one line.</summary>
internal static class MalformedMessages
{
    /// <summary>A # stands for a number.</summary>
    private static readonly string[] Texts =
    [
        """{"jsonrpc":"2.0","id":#,"method":"tools/list" """,
        """{"jsonrpc":"2.0","id":#,"method":"tools/list",}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/li""",
        """{'jsonrpc':'2.0','id':#}""",
        """{"jsonrpc":"2.0",/* note */"id":#,"method":"a"}""",
        """{"jsonrpc":"2.0","id":#,"method":"a"}{"jsonrpc":"2.0","id":#,"method":"a"}""",
        """{"jsonrpc":"2.0","id":0#,"method":"a"}""",
        """{"jsonrpc":"1.0","id":#,"method":"tools/list"}""",
        """{"jsonrpc":2.0,"id":#,"method":"tools/list"}""",
        """{"id":#,"method":"tools/list"}""",
        """{"JSONRPC":"2.0","ID":#,"METHOD":"tools/list"}""",
        """{"jsonrpc":"2.0","id":#,"method":#}""",
        """{"jsonrpc":"2.0","id":#,"method":null}""",
        """{"jsonrpc":"2.0","id":#.5,"method":"tools/list"}""",
        """{"jsonrpc":"2.0","id":{"a":#},"method":"tools/list"}""",
        """{"jsonrpc":"2.0","id":null,"method":"tools/list"}""",
        """{"jsonrpc":"2.0","id":#9999999999999999999,"method":"tools/list"}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/list","params":[1,2]}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/list","params":"x"}""",
        """{"jsonrpc":"2.0","id":#,"id":#,"method":"tools/list"}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/list","method":"tools/call"}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/list","params":{"a":{"b":1,"b":2}}}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/list","params":{"a":1,"\u0061":2}}""",
        """[{"jsonrpc":"2.0","id":#,"method":"tools/list"}]""",
        "[]",
        "#",
        "\"#\"",
        "null",
        "true",
        "NaN",
        "{}",
        """{"jsonrpc":"2.0","id":#}""",
        """{"jsonrpc":"2.0","id":#,"result":5}""",
        """{"jsonrpc":"2.0","id":#,"error":{"code":"x"}}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/list","params":{"a":"\ud800"}}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/list","params":{"\udc00":1}}""",
        """{"jsonrpc":"2.0","id":#,"method":"tools/list","params":{"\udc00":1,"\udc00":1}}""",
        """{"jsonrpc":"2.0","id":"\ud83d","method":"tools/list"}""",
    ];

    private static readonly Func<Random, byte[]>[] Others =
    [
        random => Utf8(new string('[', random.Next(1, 100_000))),
        random => Utf8(string.Concat(Enumerable.Repeat("{\"a\":", random.Next(1, 20_000)))),
        random => Utf8("""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"a":""" + Nested(random.Next(64, 5000)) + "}}"),
        random => Utf8("""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"a":""" + new string('9', random.Next(50_000)) + "x}}"),
        random => [.. Utf8("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""), 0xC3, 0x28, .. Utf8("\"}")],
        random => [.. Encoding.Unicode.GetBytes("""{"jsonrpc":"2.0","id":1}""")],
        random => NoText(random, random.Next(1, 200)),
        random => Utf8("\0{}"),
    ];

    /// <summary>The same for the same seed.</summary>
    public static IEnumerable<byte[]> Take(int count, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            int kind = i % (Texts.Length + Others.Length);
            yield return kind < Texts.Length
                ? Utf8(Texts[kind].Replace("#", random.Next().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
                : Others[kind - Texts.Length](random);
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    /// <remarks>It begins as neither UTF-8 nor white space does.</remarks>
    private static byte[] NoText(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        bytes.AsSpan().Replace((byte)'\n', (byte)'x');
        bytes[0] = 0xFE;
        return bytes;
    }
}

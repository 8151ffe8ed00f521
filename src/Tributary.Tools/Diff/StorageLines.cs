using System.Text;

namespace Tributary.Tools.Diff;

/// <summary>Storage format often is one long line: broken after each block, it can be compared line by line.</summary>
internal static class StorageLines
{
    private static readonly string[] BlockEnds =
    [
        "</p>", "</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>", "</li>", "</ul>", "</ol>", "</tr>", "</tbody>", "</table>", "</pre>", "</blockquote>", "<hr />", "<hr/>",
        "</ac:parameter>", "</ac:plain-text-body>", "</ac:rich-text-body>", "</ac:structured-macro>", "</ac:task>", "</ac:task-list>",
        "</ac:layout-cell>", "</ac:layout-section>", "</ac:layout>",
    ];

    public static string Of(string storage)
    {
        var lines = new StringBuilder(storage.Length + storage.Length / 16);
        int start = 0;
        for (int end = storage.IndexOf('>'); end >= 0; end = storage.IndexOf('>', end + 1))
        {
            ReadOnlySpan<char> upTo = storage.AsSpan(start, end + 1 - start);
            bool breaks = end + 1 < storage.Length && storage[end + 1] is not ('\n' or '\r');
            if (!breaks || !EndsBlock(upTo))
                continue;
            lines.Append(upTo).Append('\n');
            start = end + 1;
        }

        return lines.Append(storage.AsSpan(start)).ToString();
    }

    private static bool EndsBlock(ReadOnlySpan<char> text)
    {
        foreach (string end in BlockEnds)
        {
            if (text.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}

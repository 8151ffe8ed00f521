using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tributary.Atlassian.Confluence.Models;

namespace Tributary.Tools.Reading;

/// <summary>
/// The number that a caller knows a state of a page by. Confluence keeps a draft at version 1 whatever is written, so that a draft's number is made of its title and text: who read another text has another number.
/// </summary>
internal static class PageVersions
{
    private const int Smallest = 100_000_000;

    public static int Of(Page page)
    {
        // Another rendering of the body would have another number.
        if (page is not { Status: "draft", Body: { Format: BodyFormat.Storage or BodyFormat.AtlasDocFormat } body })
            return page.Version.Number;

        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{page.Title}\0{body.Value}"));
        return Smallest + (int)(BinaryPrimitives.ReadUInt32LittleEndian(hash) % (2_000_000_000 - Smallest));
    }
}

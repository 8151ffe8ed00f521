using System.Text.Encodings.Web;
using System.Text.Json;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Hosting;

/// <summary>Keeps a wiki in a file. A change is in the file before it is answered; changes made at the same time share one write.</summary>
internal sealed class DataFile(string path, Wiki wiki) : IDisposable
{
    private static readonly WikiStateJson Json = new(new JsonSerializerOptions(WikiStateJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });

    private readonly SemaphoreSlim writing = new(1);
    private long saved = -1;

    public static WikiState Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return JsonSerializer.Deserialize(file, Json.WikiState) ?? throw new JsonException("It holds null.");
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"'{path}' holds no emulated site: {error.Message}", nameof(path), error);
        }
    }

    /// <summary>Returns once everything up to now is in the file.</summary>
    public async Task SavedAsync(CancellationToken cancellationToken)
    {
        long wanted = wiki.Read(now => now.Revision);
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (saved >= wanted) return;
            (long revision, byte[] bytes) = wiki.Read(now => (now.Revision, JsonSerializer.SerializeToUtf8Bytes(now.Snapshot(), Json.WikiState)));

            // Written aside and renamed: whoever is killed in between leaves the old file whole.
            string aside = path + ".new";
            await File.WriteAllBytesAsync(aside, bytes, cancellationToken);
            File.Move(aside, path, overwrite: true);
            saved = revision;
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Tributary.Emulator.Confluence;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Hosting;

/// <summary>
/// Where endpoints of one API are mapped. A handler runs inside the wiki's lock, so that each request sees and leaves it whole: GET and HEAD among other readers, all else alone.
/// </summary>
/// <param name="prefix">What every path here begins with.</param>
internal sealed class Routes(IEndpointRouteBuilder endpoints, Site site, DataFile? dataFile, string prefix, ErrorShape errors, bool removedOnCloud = false)
{
    public const long LargestUpload = 100 * 1024 * 1024;

    private const long LargestJson = 20 * 1024 * 1024;

    public Site Site { get; } = site;

    /// <summary>The same place, for endpoints that Cloud has removed: <see cref="EmulatorOptions.LegacyV1"/> says for whom they still answer.</summary>
    public Routes RemovedOnCloud() => new(endpoints, Site, dataFile, prefix, errors, removedOnCloud: true);

    public void Get(string path, Func<Call, Answer> handler) => Map(path, handler, HttpMethods.Get, HttpMethods.Head);

    public void Post(string path, Func<Call, Answer> handler) => Map(path, handler, HttpMethods.Post);

    public void Put(string path, Func<Call, Answer> handler) => Map(path, handler, HttpMethods.Put);

    public void Delete(string path, Func<Call, Answer> handler) => Map(path, handler, HttpMethods.Delete);

    private void Map(string path, Func<Call, Answer> handler, params string[] methods) =>
        endpoints.MapMethods(prefix + path, methods, http => ServeAsync(http, removedOnCloud ? call => Legacy.Serve(call, handler) : handler));

    private async Task ServeAsync(HttpContext http, Func<Call, Answer> handler)
    {
        Answer answer;
        try
        {
            Call call = await ReadAsync(http);
            Func<Wiki, Answer> serve = _ => handler(call);
            long before = Site.Wiki.Revision;
            bool reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            answer = reads ? Site.Wiki.Read(serve) : Site.Wiki.Write(serve);
            if (!reads && dataFile is not null && Site.Wiki.Revision != before) await dataFile.SavedAsync(http.RequestAborted);
        }
        catch (ConfluenceException refusal)
        {
            answer = errors.Render(refusal, Site);
        }
        catch (JiraException refusal)
        {
            answer = errors.Render(refusal);
        }
        catch (InvalidDataException error)
        {
            answer = errors.Render(ConfluenceException.BadMessage($"Could not parse the multipart form: {error.Message}"), Site);
        }

        await answer.WriteAsync(http);
    }

    private async Task<Call> ReadAsync(HttpContext http)
    {
        byte[] body = [];
        List<UploadedFile> files = [];
        bool isForm = http.Request.HasFormContentType;
        long largest = isForm ? LargestUpload : LargestJson;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = largest;
        if (http.Request.ContentLength > largest) throw ConfluenceException.TooLarge($"The request body is larger than {largest} bytes");
        if (isForm)
        {
            foreach (IFormFile file in (await http.Request.ReadFormAsync(http.RequestAborted)).Files)
            {
                var data = new byte[file.Length];
                await using Stream stream = file.OpenReadStream();
                await stream.ReadExactlyAsync(data, http.RequestAborted);
                files.Add(new UploadedFile(file.Name, file.FileName, file.ContentType, data));
            }
        }
        else if (http.Request.ContentLength is not 0)
        {
            using var buffer = new MemoryStream();
            await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
            body = buffer.ToArray();
        }

        return new Call(http, Site, http.Features.Get<Caller>(), body, files);
    }
}

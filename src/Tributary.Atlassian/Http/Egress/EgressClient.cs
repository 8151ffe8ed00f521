using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Tributary.Atlassian.Http.Auth;
using Tributary.Atlassian.Http.Errors;
using Tributary.Atlassian.Http.Retry;

namespace Tributary.Atlassian.Http.Egress;

/// <summary>The one way out to a site: origin, credential, size, time, retries and turns are all decided here.</summary>
internal sealed partial class EgressClient : IDisposable
{
    // Beside the requests' own turns: files that take minutes must not keep questions waiting.
    private const int Downloads = 8;

    private readonly Uri root;
    private readonly string prefix;
    private readonly SiteOptions options;
    private readonly ConnectionInputs inputs;
    private readonly Network network;
    private readonly HttpMessageInvoker site;
    private readonly Lazy<MediaDownloads> media;
    private readonly Resilience resilience;
    private readonly ConcurrencyGate gate;
    private readonly ConcurrencyGate downloads;
    private readonly Faults faults;

    /// <param name="root">Nothing outside of it is called.</param>
    /// <exception cref="SiteSettingException">An option cannot be used.</exception>
    public EgressClient(Uri root, SiteOptions options, ConnectionInputs inputs)
    {
        SignedRequests.Check(options.Headers);
        (this.root, this.options, this.inputs) = (root, options, inputs);
        prefix = root.AbsoluteUri.TrimEnd('/') + "/";
        network = new Network(options, root, options.Limits.Concurrency + Downloads);
        IReadOnlyList<Uri> mediaOrigins = MediaDownloads.Origins(options, root);
        bool ownsNetwork = inputs.Network is null;
        var signed = new SignedRequests(options.Credential, options.Headers, Unpacked(network.ToSite));
        site = new HttpMessageInvoker(new SameOriginRedirects(new PinnedOrigin(root, signed)), ownsNetwork);
        media = new Lazy<MediaDownloads>(() => new MediaDownloads(mediaOrigins, Unpacked(() => network.ToMedia(SiteAddress.IsLoopback(root))), ownsNetwork));
        resilience = new Resilience(options.Limits, inputs);
        gate = new ConcurrencyGate(options.Limits.Concurrency, options.Limits.Queue);
        downloads = new ConcurrencyGate(Downloads, options.Limits.Queue);
        faults = new Faults(root, network, options.Limits);
    }

    public TimeProvider Clock => inputs.Clock;

    public EgressLimits Limits => options.Limits;

    /// <summary>Sends and reads the answer whole.</summary>
    /// <exception cref="AtlassianException">No answer, or one that is not a success: what stands before a site, such as a sign-in page, answers 200 too.</exception>
    public async Task<UpstreamAnswer> SendAsync(UpstreamRequest request, CancellationToken cancellationToken)
    {
        UpstreamAnswer answer = await AnyAnswerAsync(request, cancellationToken);
        if (answer.IsSuccess && !ErrorBody.LooksLikeHtml(answer.Body.Span)) return answer;
        using (answer) throw answer.IsSuccess ? Refusal.Unreadable(request, answer) : Refusal.Of(request, answer, Clock.GetUtcNow());
    }

    /// <summary>Sends and gives whatever was answered, to callers that read a refusal too.</summary>
    public async Task<UpstreamAnswer> AnyAnswerAsync(UpstreamRequest request, CancellationToken cancellationToken)
    {
        var call = new UpstreamCall(request);
        try
        {
            request.Upload?.Check();
            return await resilience.ExecuteAsync(call, TakeTurnAsync, cancellationToken);
        }
        catch (EgressException fault)
        {
            throw faults.Of(request, fault);
        }
        catch (BrokenCircuitException fault)
        {
            throw faults.Of(request, fault);
        }
    }

    /// <summary>Streams the body of a read into <paramref name="destination"/>; one redirect to a host of media is followed, without the credential.</summary>
    /// <returns>How many bytes were written.</returns>
    public async Task<long> DownloadAsync(UpstreamRequest request, Stream destination, CancellationToken cancellationToken)
    {
        try
        {
            using ConcurrencyGate.Turn turn = await downloads.EnterAsync(cancellationToken);
            using UpstreamAnswer first = await AnyAnswerAsync(request, cancellationToken);
            using HttpResponseMessage? redirected = SameOriginRedirects.Target(first.Response.RequestMessage?.RequestUri ?? root, first.Response) is { } target
                ? await media.Value.GetAsync(target, options.Limits.AttemptTimeout, inputs.Clock, cancellationToken)
                : null;
            HttpResponseMessage response = redirected ?? first.Response;
            if (response.IsSuccessStatusCode)
                return await StreamCopy.CopyAsync(response.Content, destination, options.Limits.AttachmentBytes, options.Limits.AttemptTimeout, inputs.Clock, cancellationToken);
            if (redirected is null) throw Refusal.Of(request, first, Clock.GetUtcNow());
            using UpstreamAnswer refused = await UpstreamAnswer.ReadAsync(redirected, options.Limits.ResponseBytes, cancellationToken);
            throw Refusal.Of(request, refused, Clock.GetUtcNow());
        }
        catch (EgressException fault)
        {
            throw faults.Of(request, fault);
        }
    }

    public void Dispose()
    {
        site.Dispose();
        if (media.IsValueCreated) media.Value.Dispose();
        gate.Dispose();
        downloads.Dispose();
    }

    private Decompression Unpacked(Func<SocketsHttpHandler> connected) => new(options.Limits.DecompressionRatio, inputs.Network ?? connected());

    private async ValueTask<UpstreamAnswer> TakeTurnAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        using ConcurrencyGate.Turn turn = await gate.EnterAsync(cancellationToken);
        return await resilience.GuardedAsync(call, AttemptAsync, cancellationToken);
    }

    private async ValueTask<UpstreamAnswer> AttemptAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        UpstreamRequest request = call.Request;
        call.Attempt++;
        long started = inputs.Clock.GetTimestamp();
        try
        {
            UpstreamAnswer answer = await Deadline.RunAsync(options.Limits.AttemptTimeout, inputs.Clock, deadline => SendOnceAsync(request, deadline), cancellationToken);
            double elapsedMs = Elapsed(started);
            LogAnswered(inputs.Logger, request.Method, request.Template, answer.Status, elapsedMs, call.Attempt);
            return answer;
        }
        catch (EgressException fault)
        {
            double elapsedMs = Elapsed(started);
            LogFailed(inputs.Logger, request.Method, request.Template, fault.Message, elapsedMs, call.Attempt);
            throw;
        }
    }

    private async Task<UpstreamAnswer> SendOnceAsync(UpstreamRequest request, Deadline deadline)
    {
        using var message = new HttpRequestMessage(request.Method, prefix + request.Path) { Content = request.Content?.Invoke() };

        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (request.IsExperimental) message.Headers.TryAddWithoutValidation("X-ExperimentalApi", "opt-in");
        message.Options.Set(SignedRequests.Anonymous, request.Anonymous);

        // The framework repeats a request without a body by itself when a kept connection turns out closed; one with a body, be it empty, it does not.
        if (!request.IsSafe) message.Content ??= new ByteArrayContent([]);
        if (request.Upload is { } upload)
        {
            upload.Moved = deadline.Extend;
            message.Headers.TryAddWithoutValidation("X-Atlassian-Token", "no-check");
        }

        HttpResponseMessage response = await site.SendAsync(message, deadline.Token);
        return request.Streamed && (int)response.StatusCode < 400
            ? UpstreamAnswer.Open(response)
            : await UpstreamAnswer.ReadAsync(response, options.Limits.ResponseBytes, deadline.Token);
    }

    private double Elapsed(long started) => Math.Round(inputs.Clock.GetElapsedTime(started).TotalMilliseconds, 1);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} answered {Status} in {ElapsedMs} ms (attempt {Attempt})")]
    private static partial void LogAnswered(ILogger logger, HttpMethod method, string path, int status, double elapsedMs, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} failed: {Reason}, after {ElapsedMs} ms (attempt {Attempt})")]
    private static partial void LogFailed(ILogger logger, HttpMethod method, string path, string reason, double elapsedMs, int attempt);
}

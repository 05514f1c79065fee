using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Webhooks;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Somebody else's server on a free port of this machine, that takes what webhooks send.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(IHeaderDictionary Headers, byte[] Body)> taken = [];

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>What becomes of a request; by default it is taken with 204.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context =>
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    };

    public Uri Address => new(app.Urls.First());

    /// <summary>As Webhooks:Hosts names it.</summary>
    public string Host => Address.Authority;

    /// <summary>Requests that were answered with 2xx.</summary>
    public IReadOnlyList<(IHeaderDictionary Headers, byte[] Body)> Taken => [.. taken];

    /// <summary>How many requests have come, taken or not.</summary>
    public int Asked => asked;

    /// <summary>Ids of recommendations in the order in which they were taken.</summary>
    public string[] Ids => [.. Items.Select(item => (string)item["recommendation"]!["id"]!)];

    public long[] Positions => [.. Items.Select(item => (long)item["position"]!)];

    private int asked;

    private IEnumerable<JsonNode> Items => Taken.SelectMany(each => JsonNode.Parse(each.Body)!["items"]!.AsArray()).Select(item => item!);

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Whether every request taken is signed by a secret.</summary>
    public bool AllSignedBy(string secret) => Taken.All(each =>
    {
        var signature = each.Headers["CreditScoring-Signature"].ToString();
        var seconds = long.Parse(signature.Split(',')[0]["t=".Length..]);
        return signature == WebhookClient.SignatureOf(secret, seconds, each.Body);
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref asked);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = new HeaderDictionary(context.Request.Headers.ToDictionary(each => each.Key, each => each.Value));
        await Answer(context);
        if (context.Response.StatusCode < 300)
        {
            taken.Enqueue((headers, body.ToArray()));
        }
    }
}

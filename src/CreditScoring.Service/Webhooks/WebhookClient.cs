using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Webhooks;

/// <summary>
/// Sends a signed page to a receiver. It connects to no address that it may not, asks for the address of a
/// name itself so that none is put in its place later, follows nobody elsewhere, and waits for nobody long.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    /// <summary>Octets of an answer that are read; what is longer is not waited for.</summary>
    private const int LongestAnswer = 16 << 10;

    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);

    /// <summary>After it a name is asked for anew.</summary>
    private static readonly TimeSpan ConnectionTime = TimeSpan.FromMinutes(2);

    private readonly AddressRules rules;
    private readonly TimeProvider clock;
    private readonly TimeSpan answerTime;
    private readonly HttpClient http;

    public WebhookClient(AddressRules rules, Settings settings, TimeProvider clock)
    {
        (this.rules, this.clock) = (rules, clock);
        answerTime = settings.Webhooks.AnswerTime;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = ConnectTime,
            PooledConnectionLifetime = ConnectionTime,
            MaxResponseHeadersLength = LongestAnswer >> 10,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <param name="delivery">The same for the same page.</param>
    /// <returns>Null: the receiver has it.</returns>
    public async Task<DeliveryFault?> SendAsync(
        Webhook to, string delivery, string body, CancellationToken stop)
    {
        if (rules.FaultOf(to.Address) is { } refused)
        {
            return DeliveryFault.Refused(refused.What);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(answerTime);
        try
        {
            using var request = Signed(to, delivery, Encoding.UTF8.GetBytes(body));
            using var answer = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            await DrainAsync(answer, patience.Token);
            return answer.IsSuccessStatusCode ? null : DeliveryFault.Status((int)answer.StatusCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return DeliveryFault.TooSlow(answerTime);
        }
        catch (HttpRequestException away) when (away.InnerException is RefusedAddress inner)
        {
            return DeliveryFault.Refused(inner.Why);
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            return DeliveryFault.Unreachable(away.InnerException?.Message ?? away.Message);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>HMAC-SHA256 of the time, a point, and the body, by the secret of the webhook.</summary>
    public static string SignatureOf(string secret, long seconds, byte[] body)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{seconds}");
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes($"{time}."));
        hash.AppendData(body);
        return $"t={time},v1={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private HttpRequestMessage Signed(Webhook to, string delivery, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, to.Address)
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("CreditScoring", null));
        request.Headers.Add("CreditScoring-Webhook", to.Id);
        request.Headers.Add("CreditScoring-Delivery", delivery);
        request.Headers.Add("CreditScoring-Signature", SignatureOf(
            to.Secret ?? "", clock.GetUtcNow().ToUnixTimeSeconds(), body));
        return request;
    }

    /// <summary>A short answer is read to its end, so that the connection can be used again.</summary>
    private static async Task DrainAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        var room = new byte[LongestAnswer];
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        await body.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, stop);
    }

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var host = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(host.Host, stop);
        var allowed = addresses.Where(rules.MayConnect).ToArray();
        if (allowed.Length == 0)
        {
            throw new RefusedAddress(new Wording(
                $"{host.Host} 指向内部地址，未连接", $"{host.Host} leads to a private address; not connected"));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class RefusedAddress(Wording why) : IOException(why.En)
    {
        public Wording Why => why;
    }
}

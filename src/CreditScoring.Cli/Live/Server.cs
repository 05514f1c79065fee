using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli.Live;

/// <summary>
/// A live service, over HTTP; its key, if it wants one, in a file or in CREDIT_KEY, and never on the command
/// line, which everybody on the machine can read.
/// </summary>
internal sealed class Server
{
    /// <summary>So often it is asked again where it says when.</summary>
    private const int Tries = 20;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly HttpClient http;

    /// <param name="keyFile">Null: the key is in CREDIT_KEY, or none is wanted.</param>
    /// <exception cref="WrongUseException">
    /// No address, or one over which a key would be readable; or a file that others can read.
    /// </exception>
    public Server(string url, string? keyFile)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https"))
        {
            throw new WrongUseException(Phrases.NotAnAddress(url));
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            throw new WrongUseException(Phrases.InTheClear(url));
        }

        http = new HttpClient { BaseAddress = address };
        if (KeyIn(keyFile) is { Length: > 0 } key)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public static Option<string> Option() => new("--server")
    {
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    public static Option<string?> KeyFile() => new("--key-file");

    public async Task<JsonNode> GetAsync(string path, CancellationToken stop) =>
        (await AnswerAsync(() => new HttpRequestMessage(HttpMethod.Get, path), false, stop))!;

    public async Task<JsonNode> PostAsync(string path, CancellationToken stop) =>
        (await AnswerAsync(() => Post(path), false, stop))!;

    /// <summary>The same with something to say.</summary>
    public async Task<JsonNode> PostAsync(string path, JsonNode body, CancellationToken stop) =>
        (await AnswerAsync(() => Post(path, body.ToJsonString()), false, stop))!;

    /// <returns>Null: what the path names is not there, or not any more.</returns>
    public Task<JsonNode?> PostIfThereAsync(string path, CancellationToken stop) =>
        AnswerAsync(() => Post(path), true, stop);

    /// <summary>A service takes a change as JSON alone, since a browser would send forms unasked.</summary>
    private static HttpRequestMessage Post(string path, string body = "") => new(HttpMethod.Post, path)
    {
        Content = new StringContent(body, null, "application/json"),
    };

    /// <summary>An answer that is text for people.</summary>
    /// <exception cref="WrongUseException">The service refuses, or does not answer.</exception>
    public async Task<string> TextAsync(string path, CancellationToken stop)
    {
        var (status, body) = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), stop);
        return status < 300 ? body.TrimEnd('\n') : throw Refused(status, Parsed(body));
    }

    /// <summary>A page of a list as CSV, and where the next one begins; null: there is none.</summary>
    /// <exception cref="WrongUseException">The service refuses, or does not answer.</exception>
    public async Task<(string Csv, string? Next)> CsvAsync(string path, CancellationToken stop)
    {
        var next = default(string);
        var (status, body) = await SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
                return request;
            }, stop, answer => next = NextIn(answer));
        return status < 300 ? (body, next) : throw Refused(status, Parsed(body));
    }

    /// <summary>What the header Link says: the parameter "after" of what follows.</summary>
    private static string? NextIn(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links)
        && links.First().Split('>')[0].Split("after=") is [_, var after] ? Uri.UnescapeDataString(after)
            : null;

    /// <summary>The items of all pages, one after another.</summary>
    /// <param name="query">What is asked besides, such as <c>tier=D</c>.</param>
    /// <param name="after">The parameter that says where a page begins.</param>
    /// <param name="from">Where the first page begins; null: at the beginning.</param>
    /// <param name="reached">Told where the next page would begin, after each page.</param>
    public async IAsyncEnumerable<JsonNode> ItemsAsync(
        string path, string query, string after, string? from, Action<string> reached,
        [EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            var begins = from is null ? "" : $"&{after}={Uri.EscapeDataString(from)}";
            var page = await GetAsync($"{path}?limit=1000{query}{begins}", stop);
            var items = page["items"]!.AsArray();
            foreach (var item in items)
            {
                yield return item!;
            }

            if (page["next"]?.ToString() is not { } next)
            {
                yield break;
            }

            reached(from = next);
            if (items.Count == 0)
            {
                yield break;
            }
        }
    }

    private async Task<JsonNode?> AnswerAsync(
        Func<HttpRequestMessage> request, bool mayBeGone, CancellationToken stop)
    {
        var (status, body) = await SendAsync(request, stop);
        var answer = Parsed(body);
        return status < 300 && answer is not null ? answer
            : mayBeGone && status == (int)HttpStatusCode.NotFound ? null
            : throw Refused(status, answer);
    }

    /// <exception cref="WrongUseException">It does not answer.</exception>
    private async Task<(int Status, string Body)> SendAsync(
        Func<HttpRequestMessage> request, CancellationToken stop, Action<HttpResponseMessage>? look = null)
    {
        try
        {
            for (var tries = 1; ; tries++)
            {
                using var answer = await http.SendAsync(request(), stop);
                if (answer.StatusCode != HttpStatusCode.TooManyRequests || tries == Tries
                    || answer.Headers.RetryAfter?.Delta is not { } wait || wait > LongestWait)
                {
                    look?.Invoke(answer);
                    return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(stop));
                }

                await Task.Delay(wait, stop);
            }
        }
        catch (HttpRequestException away)
        {
            throw new WrongUseException(Phrases.NoAnswer($"{http.BaseAddress}", Phrases.Away(away)));
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new WrongUseException(Phrases.NoAnswer($"{http.BaseAddress}", Phrases.TooSlow));
        }
    }

    private JsonNode? Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            throw new WrongUseException(Phrases.ForeignAnswer($"{http.BaseAddress}"));
        }
    }

    private static WrongUseException Refused(int status, JsonNode? problem) => new(Phrases.Refused(
        status, Said(problem, "code"), new(Said(problem, "titleZh"), Said(problem, "title")),
        new(Said(problem, "detailZh"), Said(problem, "detail"))));

    /// <summary>A terminal obeys control characters, and who answers may be anybody.</summary>
    private static string Said(JsonNode? problem, string name) => QuarantineText.Printable(
        problem is JsonObject && problem[name] is JsonValue said ? said.ToString() : "");

    private static string? KeyIn(string? file)
    {
        if (file is null)
        {
            return Environment.GetEnvironmentVariable("CREDIT_KEY");
        }

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & Others) != 0)
        {
            throw new WrongUseException(Phrases.KeyFileOpen(file));
        }

        return File.ReadAllText(file).Trim();
    }
}

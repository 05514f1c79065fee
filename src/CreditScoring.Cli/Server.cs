using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>A live service, over HTTP; its key, if it wants one, in CREDIT_KEY.</summary>
internal sealed class Server
{
    private readonly HttpClient http;

    /// <exception cref="WrongUseException">No address, or one over which a key would be readable.</exception>
    public Server(string url)
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
        if (Environment.GetEnvironmentVariable("CREDIT_KEY") is { Length: > 0 } key)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public static Option<string> Option() => new("--server")
    {
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    public async Task<JsonNode> GetAsync(string path, CancellationToken stop) =>
        (await AnswerAsync(new HttpRequestMessage(HttpMethod.Get, path), false, stop))!;

    public async Task<JsonNode> PostAsync(string path, CancellationToken stop) =>
        (await AnswerAsync(Post(path), false, stop))!;

    /// <returns>Null: what the path names is not there, or not any more.</returns>
    public Task<JsonNode?> PostIfThereAsync(string path, CancellationToken stop) =>
        AnswerAsync(Post(path), true, stop);

    /// <summary>A service takes a change as JSON alone, since a browser would send forms unasked.</summary>
    private static HttpRequestMessage Post(string path) => new(HttpMethod.Post, path)
    {
        Content = new StringContent("", null, "application/json"),
    };

    /// <exception cref="WrongUseException">The service refuses, or does not answer; it says why.</exception>
    private async Task<JsonNode?> AnswerAsync(
        HttpRequestMessage request, bool mayBeGone, CancellationToken stop)
    {
        try
        {
            using var answer = await http.SendAsync(request, stop);
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop));
            return answer.IsSuccessStatusCode && body is not null ? body
                : mayBeGone && answer.StatusCode == HttpStatusCode.NotFound ? null
                : throw new WrongUseException(Phrases.Refused(
                    (int)answer.StatusCode, (string?)body?["code"], (string?)body?["titleZh"],
                    (string?)body?["title"], (string?)body?["detail"]));
        }
        catch (HttpRequestException away)
        {
            throw new WrongUseException(Phrases.NoAnswer($"{http.BaseAddress}", Phrases.Away(away)));
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new WrongUseException(Phrases.NoAnswer($"{http.BaseAddress}", Phrases.TooSlow));
        }
        catch (JsonException)
        {
            throw new WrongUseException(Phrases.ForeignAnswer($"{http.BaseAddress}"));
        }
    }
}

using CreditScoring.ApiClient.Made;
using CreditScoring.ApiClient.Made.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace CreditScoring.ApiClient;

/// <summary>
/// What others would write: a program on the client that Kiota makes of docs/openapi.json. It sends an event,
/// reads a standing, follows the feed, and is refused.
/// </summary>
internal static class Program
{
    private const string Subject = "91350100M000100Y43";

    /// <param name="arguments">The address, a key that sends, and one that reads.</param>
    public static async Task Main(string[] arguments)
    {
        var (sender, reader) = (Client(arguments[0], arguments[1]), Client(arguments[0], arguments[2]));
        var sent = await sender.V1.Events.PostAsync(Body("client-1"));
        Console.WriteLine($"sent: {sent!.Accepted} accepted, {sent.Events![0].Outcome}");

        var found = await reader.V1.Enterprises[Subject].GetAsync();
        Console.WriteLine($"standings of {found!.Subject}: {found.Standings!.Count > 0}");

        Console.WriteLine($"feed to its end: {await FollowAsync(reader) > 0}");
        try
        {
            await reader.V1.Events.PostAsync(Body("client-2"));
        }
        catch (Problem refused)
        {
            Console.WriteLine($"refused: {refused.Status} {refused.Code}");
        }
    }

    private static async Task<int> FollowAsync(CreditClient reader)
    {
        var read = 0;
        for (var (after, more) = ((string?)null, true); more;)
        {
            var page = await reader.V1.Recommendations.GetAsync(asked =>
                (asked.QueryParameters.After, asked.QueryParameters.Limit) = (after, 10));
            (after, more) = (page!.Next, page.More == true);
            read += page.Items!.Count;
        }

        return read;
    }

    private static Made.V1.Events.EventsRequestBuilder.EventsPostRequestBody Body(string id) => new()
    {
        EventsPostRequestBodyEvent = new Event
        {
            Id = id, Source = "fujian-inspection", Kind = Event_kind.Inspection,
            OccurredOn = new Date(2026, 3, 2),
            Subject = new Subject { Kind = Subject_kind.Operator, Id = Program.Subject },
            Data = new Event_data { AdditionalData = new Dictionary<string, object> { ["result"] = "passed" } },
        },
    };

    private static CreditClient Client(string url, string key) =>
        new(new HttpClientRequestAdapter(new Key(key)) { BaseUrl = url });

    private sealed class Key(string key) : IAuthenticationProvider
    {
        public Task AuthenticateRequestAsync(
            RequestInformation request, Dictionary<string, object>? more = null, CancellationToken gone = default)
        {
            request.Headers.Add("Authorization", $"Bearer {key}");
            return Task.CompletedTask;
        }
    }
}

using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/sources: how the running numbers of each source stand, and which are missing.
/// </summary>
public static class SourcesResource
{
    private const int MostGaps = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/sources", Get)
        .For(Right.ReadIncoming, Extent.Whole)
        .WithSummary("The running numbers of each source, and those that are missing")
        .WithDescription("A number that is missing was lost before it came, is still to come, or "
            + "its event is in quarantine. At most 100 ranges a source are told.");

    private static async Task<JsonAnswer> Get(IRecordQuestions record)
    {
        var sources = await record.SourcesAsync(MostGaps);
        return JsonAnswer.Tagged(json => json.List("sources", sources, Write));
    }

    private static void Write(JsonTextWriter json, SourceNumbers source)
    {
        json.WriteStartObject();
        json.Property("source", source.Source);
        json.Property("lowest", (decimal)source.Lowest);
        json.Property("highest", (decimal)source.Highest);
        json.Property("missing", (decimal)source.Missing);
        json.Property("repeated", (decimal)source.Repeated);
        json.Instant("lastAt", source.LastAt);
        json.List("gaps", source.Gaps, (to, gap) =>
        {
            to.WriteStartObject();
            to.Property("first", (decimal)gap.First);
            to.Property("last", (decimal)gap.Last);
            to.WriteEndObject();
        });
        json.WriteEndObject();
    }
}

using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Standings;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/workers: who works on the record, and by which rule book.</summary>
public static class WorkersResource
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/workers", Get)
        .For(Right.SeeOperation, Extent.None)
        .WithSummary("The workers seen in the last minute, and rule book and engines of each")
        .WithDescription("current is false for a worker whose book, or secondOpinion, is not what was put in "
            + "use last: it judges by others until it gets the same.");

    private static async Task<JsonAnswer> Get(IRecordQuestions record)
    {
        var workers = await record.WorkersAsync();
        return JsonAnswer.Of(json => json.List("workers", workers, (to, worker) =>
        {
            to.WriteStartObject();
            to.Property("worker", worker.Name);
            StandingJson.WriteBasis(to, worker.Book, worker.Basis.Engines);
            to.Property("seenAt", worker.SeenAt.UtcDateTime.ToString(
                "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            to.Property("current", worker.Current);
            to.WriteEndObject();
        }));
    }
}

using CreditScoring.Draws;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.RandomDraws;

/// <summary>
/// The draws of the record: found, and changed by one at a time, whichever worker he speaks to.
/// </summary>
public sealed class DrawBook(IWorkingRecord work, IRecordQuestions record, TimeProvider clock)
{
    private const string Numbering = "draws";
    private const int Listed = 100;

    /// <summary>More draws than there are.</summary>
    private const int Most = 10_000;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The last ones; the latest first.</summary>
    /// <param name="scope">Those of other regions are left out.</param>
    public async Task<IReadOnlyList<RandomDraw>> LatestAsync(RegionScope scope)
    {
        var prepared = await record.ActsAsync(
            new ActQuery(0, Listed) { What = DrawActs.Prepared, LastFirst = true });
        var draws = new List<RandomDraw>();
        foreach (var each in prepared.Where(each => scope.Covers(each.Act.Region)))
        {
            draws.Add((await ReadAsync(each.Act.Target))!);
        }

        return draws;
    }

    /// <returns>Null: there is none of this id, or it is of another region.</returns>
    public async Task<RandomDraw?> FindAsync(string id, RegionScope scope) =>
        id.All(char.IsAsciiHexDigitLower) && await ReadAsync(DrawActs.TargetOf(id)) is { } draw
            && scope.Covers(draw.Header.Region) ? draw : null;

    /// <summary>Keeps a new draw, unless its number is taken.</summary>
    internal Task<DrawDecision> BeginAsync(RandomDraw draw, Population list) =>
        InTurnAsync(Numbering, async () =>
        {
            foreach (var each in await record.ActsAsync(new ActQuery(0, Most) { What = DrawActs.Prepared }))
            {
                // Who withdraws a draw that was announced does not get its number back.
                if (DrawActs.Of([each])!.Header.Number == draw.Header.Number
                    && await ReadAsync(each.Act.Target)
                        is not { State: DrawState.Withdrawn, Announced: null })
                {
                    return new DrawDecision(null, DrawFault.NumberTaken);
                }
            }

            await work.KeepAsync(DrawActs.Of(draw, list), clock);
            return new DrawDecision(draw);
        });

    /// <summary>Decides on a draw as it is once nobody else can.</summary>
    internal async Task<DrawDecision> DecideAsync(
        string id, RegionScope scope,
        Func<RandomDraw, Task<(DrawFault? Fault, IReadOnlyList<Act> Acts)>> decide) =>
        await FindAsync(id, scope) is null ? new DrawDecision(null, DrawFault.Unknown)
        : await InTurnAsync(DrawActs.TargetOf(id), async () =>
        {
            var draw = (await ReadAsync(DrawActs.TargetOf(id)))!;
            var (fault, acts) = await decide(draw);
            if (fault is not null)
            {
                return new DrawDecision(draw, fault);
            }

            await work.KeepAsync(acts, clock);
            return new DrawDecision(await ReadAsync(DrawActs.TargetOf(id)));
        });

    private async Task<DrawDecision> InTurnAsync(string task, Func<Task<DrawDecision>> act)
    {
        await turn.WaitAsync();
        try
        {
            await using var lead = await work.LeadAsync(task);
            return lead is null ? new DrawDecision(null, DrawFault.Busy) : await act();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<RandomDraw?> ReadAsync(string target) =>
        DrawActs.Of(await record.ActsAsync(new ActQuery(0, Most) { Target = target }));
}

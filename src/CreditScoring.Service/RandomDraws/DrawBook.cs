using System.Collections.Concurrent;
using CreditScoring.Documents;
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

    private const int MostHeads = 1_000;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>By target, with the position of the last act that each is of.</summary>
    private readonly ConcurrentDictionary<string, (long Last, RandomDraw Head)> heads = new();

    /// <summary>
    /// The last ones, without who was drawn; the latest first. Everybody may ask for them, and a proof is
    /// long: each is read again once something was done with it.
    /// </summary>
    /// <param name="scope">Those of other regions are left out.</param>
    public async Task<IReadOnlyList<RandomDraw>> LatestAsync(RegionScope scope)
    {
        var prepared = await record.ActsAsync(
            new ActQuery(0, Listed)
            {
                What = DrawActs.Prepared, LastFirst = true, Region = scope.IsAll ? null : scope.Digits,
            });
        var draws = new List<RandomDraw>();
        foreach (var each in prepared.Where(each => scope.Covers(each.Act.Region)))
        {
            draws.Add(await HeadAsync(each.Act.Target));
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
                if (Seen(DrawActs.Of([each])!) == Seen(draw)
                    && await ReadAsync(each.Act.Target)
                        is not { State: DrawState.Withdrawn, Announced: null })
                {
                    return new DrawDecision(null, DrawFault.NumberTaken);
                }
            }

            await work.KeepAsync(DrawActs.Of(draw, list), clock);
            return new DrawDecision(draw);
        });

    /// <summary>A number as its readers see it: what looks alike to them is the same number.</summary>
    private static string Seen(RandomDraw draw) => SoughtText.Of(draw.Header.Number);

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
            await using var lead = await work.LeadSoonAsync(task);
            return lead is not null ? await act()
                : new DrawDecision(task == Numbering ? null : await ReadAsync(task), DrawFault.Busy);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<RandomDraw> HeadAsync(string target)
    {
        if (heads.TryGetValue(target, out var known)
            && (await record.ActsAsync(new ActQuery(known.Last, 1) { Target = target })).Count == 0)
        {
            return known.Head;
        }

        var acts = await record.ActsAsync(new ActQuery(0, Most) { Target = target });
        var draw = DrawActs.Of(acts)!;
        var head = draw with { Proof = null, Drawn = draw.Proof?.Drawn.Count };
        if (heads.Count >= MostHeads)
        {
            heads.Clear();
        }

        heads[target] = (acts[^1].Position, head);
        return head;
    }

    private async Task<RandomDraw?> ReadAsync(string target) =>
        DrawActs.Of(await record.ActsAsync(new ActQuery(0, Most) { Target = target }));
}

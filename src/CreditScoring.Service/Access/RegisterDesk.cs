using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Access;

/// <summary>
/// Where the register is kept and asked (登记处): entries go into the record before they count, and what
/// other workers have entered is seen within a moment.
/// </summary>
public sealed class RegisterDesk(IWorkingRecord work, IRecordQuestions record, TimeProvider clock)
{
    private const int Page = 1000;

    /// <summary>As often as that somebody else may enter something while we do.</summary>
    private const int Tries = 50;

    /// <summary>For how long what was seen of the record is taken to be all.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Register register = Register.Empty;
    private long? seen;

    /// <summary>The register as it was a moment ago, or later.</summary>
    public async Task<Register> CurrentAsync() =>
        seen is { } then && clock.GetElapsedTime(then) < Fresh ? register : await CaughtUpAsync();

    /// <summary>Enters something into the register and the record.</summary>
    /// <param name="by">The target of who enters it, or <c>command</c> at the machine.</param>
    /// <returns>Why it cannot be entered; null: it is.</returns>
    /// <exception cref="RecordUnavailable">Nothing was entered.</exception>
    public Task<EntryFault?> EnterAsync(RegisterEntry entry, string by) => EnterAsync(_ => entry, by);

    /// <param name="made">The entry, made of the register as it is just before it.</param>
    /// <inheritdoc cref="EnterAsync(RegisterEntry,string)"/>
    public async Task<EntryFault?> EnterAsync(Func<Register, RegisterEntry> made, string by)
    {
        for (var tries = 1; ; tries++)
        {
            var current = await CaughtUpAsync();
            var entry = made(current);
            if (entry.FaultIn(current, by, clock.Today()) is { } fault)
            {
                return fault;
            }

            try
            {
                var act = new Act(by, entry.What, entry.Target)
                {
                    Number = current.Number + 1, Body = entry.Body(), Secret = entry.Secret,
                };
                await work.KeepAsync(act, clock);
                await CaughtUpAsync();
                return null;
            }
            catch (RecordBusy) when (tries < Tries)
            {
                // Somebody else entered something: whether this still may be is asked of what came of it.
            }
        }
    }

    private async Task<Register> CaughtUpAsync()
    {
        await turn.WaitAsync();
        try
        {
            var asked = clock.GetTimestamp();
            while (await record.RegisterAsync(register.Number, Page) is { Count: > 0 } news)
            {
                register = news.Aggregate(register, After);
            }

            seen = asked;
            return register;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Whether an act is about the law: these are numbered in one row with the entries of the register, so
    /// that who decides on the law has seen who may, and change nothing of the register.
    /// </summary>
    public static bool IsOfLaw(Act act) => act.What.StartsWith("law-", StringComparison.Ordinal);

    /// <summary>The register after a numbered act of the record.</summary>
    /// <exception cref="InvalidDataException">It was kept by a newer program, or changed since.</exception>
    public static Register After(Register register, KeptAct kept)
    {
        var next = register with { Number = kept.Act.Number!.Value, At = kept.RecordedAt };
        return IsOfLaw(kept.Act) ? next : RegisterEntryReader.OfKept(kept.Act).EnteredIn(next,
            kept.Act.Actor);
    }
}

using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.RandomDraws;

/// <summary>
/// The register of inspectors (检查人员名录库) of the record: whole as it was entered last, and each earlier one
/// is kept.
/// </summary>
public sealed class InspectorRoll(IWorkingRecord work, IRecordQuestions record, TimeProvider clock)
{
    /// <summary>Between fields, as the record keeps no control characters; no field has a blank.</summary>
    private const char Kept = ' ';

    private const string Listed = "inspectors-listed", Target = "inspectors";

    /// <returns>Null: none was entered.</returns>
    public async Task<(InspectorRegister Register, KeptAct Entry)?> CurrentAsync()
    {
        var acts = await record.ActsAsync(new ActQuery(0, 1) { Target = Target, LastFirst = true });
        if (acts.Count == 0)
        {
            return null;
        }

        return (Of(acts[0]), acts[0]);
    }

    /// <summary>The register of one entry, whatever was entered since.</summary>
    /// <param name="position">Of the entry.</param>
    public async Task<InspectorRegister> AtAsync(long position) => Of(
        (await record.ActsAsync(new ActQuery(position - 1, 1) { Target = Target, What = Listed }))
            .Single(each => each.Position == position));

    private static InspectorRegister Of(KeptAct entry)
    {
        var lines = JsonDocumentReader.Read(new SourceText(Target, entry.Act.Body), out _)?["lines"]?.Items
            .Select(each => each.Text?.Replace(Kept, '\t') ?? "");
        return (lines is null ? null : Freeze(lines, []))
            ?? throw new InvalidDataException($"act at {entry.Position}, {Listed}, cannot be read");
    }

    /// <summary>Enters a whole register.</summary>
    /// <param name="lines">As <see cref="InspectorTable"/> has made them of a table.</param>
    /// <returns>The flaws; empty: it is entered.</returns>
    public async Task<IReadOnlyList<Flaw>> EnterAsync(IReadOnlyList<string> lines, Caller by)
    {
        var flaws = new List<Flaw>();
        if (Freeze(lines, flaws) is not { } register)
        {
            return flaws;
        }

        if (register.All.Count == 0)
        {
            return [Nobody];
        }

        await work.KeepAsync(
            new Act(by.Actor, Listed, Target)
            {
                Body = JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.WritePropertyName("lines");
                    json.Array(
                        register.All.Select(each => each.Line.TrimEnd('\t').Replace('\t', Kept)),
                        (to, line) => to.WriteValue(line));
                    json.WriteEndObject();
                }),
            },
            clock);
        return [];
    }

    /// <summary>Who means to remove all says so of each: an empty table is no register.</summary>
    private static Flaw Nobody { get; } = new(
        "register-empty", new Place(Target, 1, 1),
        new Wording("名录是空的", "the register is empty"),
        new Wording("至少写一名检查人员", "write one inspector at least"));

    private static InspectorRegister? Freeze(IEnumerable<string> lines, ICollection<Flaw> flaws) =>
        InspectorRegister.Freeze(Target, lines, flaws);
}

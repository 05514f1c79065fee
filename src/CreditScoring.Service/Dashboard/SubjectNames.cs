using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Dashboard;

/// <summary>What subjects are called, for pages of which the record has the codes alone.</summary>
public sealed class SubjectNames
{
    public static readonly SubjectNames None = new(new Dictionary<Subject, string>());

    private readonly IReadOnlyDictionary<Subject, string> names;

    private SubjectNames(IReadOnlyDictionary<Subject, string> names) => this.names = names;

    public static async Task<SubjectNames> OfAsync(IRecordQuestions record, IEnumerable<Subject> subjects) =>
        new(await record.NamesAsync([.. subjects.Distinct()]));

    /// <summary>Null: none is known.</summary>
    public string? this[Subject subject] => names.GetValueOrDefault(subject);
}

using CreditScoring.Documents;
using Microsoft.AspNetCore.Components;

namespace CreditScoring.Service.Dashboard;

/// <summary>A part of a page: what it shows was asked before, it only says it.</summary>
public abstract class Part : ComponentBase
{
    [CascadingParameter]
    public PageVisit Visit { get; set; } = null!;

    protected string Say(string zh, string en) => Visit.Say(zh, en);

    protected string Say(Wording said) => Visit.Say(said);

    /// <summary>An instant as its readers' clocks show it: in the time of the law, to the second.</summary>
    protected static string Time(DateTimeOffset instant) =>
        $"{instant.ToOffset(ShanghaiTime.Offset):yyyy-MM-dd HH:mm:ss}";

    protected string Day(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}" : "—";
}

/// <summary>The whole of a page under the bar.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class View<TModel> : Part
{
    [Parameter]
    public TModel Model { get; set; } = default!;
}

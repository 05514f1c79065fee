using System.Reflection;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// Stands before a piece of work on the real record: is shown what each call is given, and may fail.
/// </summary>
public class WorkInFront : DispatchProxy
{
    private IRecordWork work = null!;
    private Action<string, object?> first = null!;

    public static IRecordWork Of(IRecordWork work, Action<string, object?> first)
    {
        var proxy = Create<IRecordWork, WorkInFront>();
        ((WorkInFront)(object)proxy).work = work;
        ((WorkInFront)(object)proxy).first = first;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? asked, object?[]? arguments)
    {
        first(asked!.Name, arguments is [var given, ..] ? given : null);
        return asked.Invoke(work, arguments);
    }
}

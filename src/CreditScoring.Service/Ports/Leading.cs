namespace CreditScoring.Service.Ports;

/// <summary>
/// Of many workers one does what is enough to be done once. That is thrift and no more: where two
/// believe that they lead, the same is written twice.
/// </summary>
internal static class Leading
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2), Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Leads in what somebody waits for: who led a moment ago may not have been taken from the list yet.
    /// </summary>
    /// <returns>Null: another one still does.</returns>
    public static async Task<ILead?> LeadSoonAsync(this IWorkingRecord record, string task)
    {
        for (var waited = TimeSpan.Zero; ; waited += Moment)
        {
            if (await record.LeadAsync(task) is { } lead)
            {
                return lead;
            }

            if (waited >= Soon)
            {
                return null;
            }

            await Task.Delay(Moment);
        }
    }

    /// <summary>Waits until this worker leads.</summary>
    /// <param name="waits">LastAdvice at each try: to wait is no fault.</param>
    public static async Task<ILead> WaitAsync(
        IWorkingRecord record, string task, Action waits, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (await record.LeadAsync(task) is { } lead)
            {
                return lead;
            }

            waits();
            await Task.Delay(AskEvery, stop);
        }
    }
}

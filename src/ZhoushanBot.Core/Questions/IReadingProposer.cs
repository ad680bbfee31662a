using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Puts a question that found no answer into plainer words, as a language model may. What it says is read like any other question and answered from
/// the store, or not at all; it never becomes a part of an answer's facts.
/// </summary>
public interface IReadingProposer
{
    /// <summary>Proposes other words.</summary>
    /// <param name="question">As typed; anything.</param>
    /// <param name="language">In which the question is, and the proposal has to be.</param>
    /// <param name="index">What can be asked about.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A question; null when there is none to propose, or in time none came. Failures are null too, never an exception.</returns>
    Task<string?> ProposeAsync(string question, ReplyLanguage language, WorkItemIndex index, CancellationToken cancellationToken);
}

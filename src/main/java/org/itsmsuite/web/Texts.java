package org.itsmsuite.web;

import org.itsmsuite.refusal.FieldTexts;

/** Takes text from outside, at pages and APIs. */
public final class Texts extends FieldTexts {}

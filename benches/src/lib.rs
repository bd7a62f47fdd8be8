//! Synthetic residents with known truth.
